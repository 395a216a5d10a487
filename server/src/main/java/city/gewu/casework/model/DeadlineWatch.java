package city.gewu.casework.model;

import city.gewu.casework.CaseCommand.DeadlineSignal;
import city.gewu.casework.model.CaseState.AfterHandling;
import city.gewu.casework.model.CaseState.AtDepartment;
import city.gewu.casework.model.CaseState.Finished;
import city.gewu.casework.model.CaseState.Suspended;
import city.gewu.casework.model.CaseState.ToAssign;
import city.gewu.casework.model.CaseState.Unfiled;
import city.gewu.worktime.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// When a clock next has something to say, and what.
///
/// A case nobody was given escalates at once, half an hour after the dispatcher got it: its lost
/// time is the centre's own. A department is warned, then overdue, then escalated when it took as
/// long again as it had, a day at least.
public final class DeadlineWatch {

    private static final Duration UNASSIGNED = Duration.ofMinutes(30);
    private static final Duration LEAST_GRACE = Duration.ofDays(1);

    /// A case closed at the due time itself is in time; the step after it is the finest one kept.
    private static final Duration JUST_AFTER = Duration.ofNanos(1000);

    private DeadlineWatch() {}

    private record Mark(DeadlineSignal signal, Instant at) {}

    /// The moment the scanner must look at the case next; empty when there is nothing to wait for.
    public static Optional<Instant> nextAt(CaseState state) {
        return open(state).map(Mark::at).min(Comparator.naturalOrder());
    }

    /// The strongest signal that is due and was not raised yet.
    public static Optional<DeadlineSignal> due(CaseFile file, Instant now) {
        return open(file.state())
                .filter(mark -> !mark.at().isAfter(now))
                .map(Mark::signal)
                .max(Comparator.naturalOrder());
    }

    private static Stream<Mark> open(CaseState state) {
        return switch (state) {
            case ToAssign here -> unraised(here.work(), Stream.of(unassigned(here.work())));
            case AtDepartment here ->
                    unraised(
                            here.work(),
                            here.work().clock().deadline().stream().flatMap(DeadlineWatch::marks));
            case Unfiled _, AfterHandling _, Suspended _, Finished _ -> Stream.empty();
        };
    }

    private static Stream<Mark> unraised(Work work, Stream<Mark> marks) {
        return marks.filter(mark ->
                work.clock().signal().filter(s -> s.compareTo(mark.signal()) >= 0).isEmpty());
    }

    private static Mark unassigned(Work work) {
        var since = work.milestones().dispatchedAt().orElse(work.milestones().filedAt());
        return new Mark(DeadlineSignal.ESCALATION, since.plus(UNASSIGNED));
    }

    private static Stream<Mark> marks(Deadline deadline) {
        var given = Duration.between(deadline.startAt(), deadline.dueAt());
        var grace = given.compareTo(LEAST_GRACE) < 0 ? LEAST_GRACE : given;
        return Stream.of(
                new Mark(DeadlineSignal.WARNING, deadline.warnAt()),
                new Mark(DeadlineSignal.OVERDUE, deadline.dueAt().plus(JUST_AFTER)),
                new Mark(DeadlineSignal.ESCALATION, deadline.dueAt().plus(grace)));
    }
}
