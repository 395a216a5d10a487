package city.gewu.casework.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A list of the desk: who owes the next step, or a time.
public enum CaseView {
    OPEN(),
    MINE(),
    TO_FILE("REPORTED", "VERIFYING", "ACCEPTED"),
    TO_DISPATCH("TO_DISPATCH", "ARBITRATION"),
    HANDLING("DISPATCHED", "HANDLING", "SUSPENDED"),
    TO_CHECK("HANDLED", "CHECKING"),
    TO_CLOSE("TO_CLOSE"),
    OVERDUE(),
    FINISHED(),
    ALL();

    private final List<String> states;

    CaseView(String... states) {
        this.states = List.of(states);
    }

    /// The states it is made of; none when it is not made by state.
    public List<String> states() {
        return states;
    }

    /// As it stands in a request: `to_file`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<CaseView> findView(String code) {
        return Arrays.stream(values()).filter(view -> view.code().equals(code)).findFirst();
    }
}
