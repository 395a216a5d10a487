package city.gewu.casework.store;

import city.gewu.casework.store.CaseListStore.Cursor;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// What a list stands by.
enum ListOrder {
    /// By time left, those whose clock stands still last.
    TIME_LEFT,
    /// The last that ended first.
    END,
    NEWEST,
    OLDEST;

    static ListOrder of(CaseFilter filter) {
        return switch (filter.order()) {
            case NEWEST -> NEWEST;
            case OLDEST -> OLDEST;
            case USUAL ->
                    switch (filter.view()) {
                        case FINISHED -> END;
                        case ALL -> NEWEST;
                        case OPEN,
                                MINE,
                                TO_FILE,
                                TO_DISPATCH,
                                HANDLING,
                                TO_CHECK,
                                TO_CLOSE,
                                OVERDUE ->
                                TIME_LEFT;
                    };
        };
    }

    /// Before the first line.
    Cursor start() {
        return switch (this) {
            case TIME_LEFT, OLDEST -> Cursor.BEGINNING;
            case END, NEWEST -> Cursor.END;
        };
    }

    Cursor after(CaseLine line) {
        var times = line.times();
        return switch (this) {
            case TIME_LEFT -> new Cursor(times.suspendedAt().isPresent(), times.dueAt(), line.id());
            case END -> new Cursor(false, times.endedAt(), line.id());
            case NEWEST, OLDEST -> new Cursor(false, Optional.of(times.reportedAt()), line.id());
        };
    }

    Comparator<CaseLine> comparator() {
        return switch (this) {
            case TIME_LEFT ->
                    Comparator.comparing((CaseLine line) -> line.times().suspendedAt().isPresent())
                            .thenComparing(line -> line.times().dueAt().orElse(Instant.MAX))
                            .thenComparingLong(CaseLine::id);
            case END ->
                    Comparator.comparing((CaseLine line) -> line.times().endedAt().orElseThrow())
                            .thenComparingLong(CaseLine::id)
                            .reversed();
            case NEWEST -> OLDEST.comparator().reversed();
            case OLDEST ->
                    Comparator.comparing((CaseLine line) -> line.times().reportedAt())
                            .thenComparingLong(CaseLine::id);
        };
    }
}
