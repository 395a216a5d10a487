package city.gewu.casework.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A list of the desk: who owes the next step, or a time.
public enum CaseView {
    OPEN,
    MINE,
    TO_FILE,
    TO_DISPATCH,
    HANDLING,
    TO_CHECK,
    TO_CLOSE,
    OVERDUE,
    FINISHED,
    ALL;

    /// The states it is made of; none when it is not made by state.
    public List<String> states() {
        return switch (this) {
            case TO_FILE -> List.of("REPORTED", "VERIFYING", "ACCEPTED");
            case TO_DISPATCH -> List.of("TO_DISPATCH", "ARBITRATION");
            case HANDLING -> List.of("DISPATCHED", "HANDLING", "SUSPENDED");
            case TO_CHECK -> List.of("HANDLED", "CHECKING");
            case TO_CLOSE -> List.of("TO_CLOSE");
            case OPEN, MINE, OVERDUE, FINISHED, ALL -> List.of();
        };
    }

    /// As it stands in a request: `to_file`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<CaseView> findView(String code) {
        return Arrays.stream(values()).filter(view -> view.code().equals(code)).findFirst();
    }
}
