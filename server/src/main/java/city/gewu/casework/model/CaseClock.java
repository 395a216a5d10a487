package city.gewu.casework.model;

import city.gewu.casework.CaseCommand.DeadlineSignal;
import city.gewu.worktime.Deadline;
import java.time.Instant;
import java.util.Optional;

/// The clock of the present round, and the first due time, by which a department is judged.
///
/// @param deadline empty when no time was ever set
/// @param firstDueAt due time of the first round; suspension moves it, while extension and rework
///   leave it where it was
/// @param signal the strongest signal raised on this clock so far
public record CaseClock(
        Optional<Deadline> deadline,
        Optional<Instant> firstDueAt,
        Optional<DeadlineSignal> signal) {

    public static final CaseClock NONE =
            new CaseClock(Optional.empty(), Optional.empty(), Optional.empty());

    static CaseClock started(Optional<Deadline> deadline) {
        return new CaseClock(deadline, deadline.map(Deadline::dueAt), Optional.empty());
    }

    CaseClock renewed(Optional<Deadline> next) {
        return new CaseClock(
                next, firstDueAt.or(() -> next.map(Deadline::dueAt)), Optional.empty());
    }

    CaseClock extended(Deadline next) {
        return new CaseClock(Optional.of(next), firstDueAt, Optional.empty());
    }

    CaseClock resumed(Optional<Deadline> next) {
        boolean stillTheFirst = firstDueAt.equals(deadline.map(Deadline::dueAt));
        return new CaseClock(
                next, stillTheFirst ? next.map(Deadline::dueAt) : firstDueAt, Optional.empty());
    }

    CaseClock raised(DeadlineSignal raised) {
        return new CaseClock(deadline, firstDueAt, Optional.of(raised));
    }

    boolean overdue(Instant now) {
        return deadline.isPresent() && now.isAfter(deadline.get().dueAt());
    }
}
