package city.gewu.casework.usecase;

import city.gewu.casework.model.CaseFile;
import city.gewu.casework.model.CaseState.Filed;
import city.gewu.casework.model.CaseState.Suspended;
import city.gewu.catalogue.Catalogue;
import city.gewu.catalogue.FilingCondition;
import city.gewu.engine.worktime.TimeLimit;
import city.gewu.platform.RefusedException;
import city.gewu.worktime.Deadline;
import city.gewu.worktime.Worktime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Computes the clocks that commands carry, from the limit of the filing condition and the calendar
/// in force. Whoever gives a command live asks here first; a case without a condition has no limit,
/// and so no clock.
@Component
public class CommandClocks {

    private final Catalogue catalogue;
    private final Worktime worktime;

    CommandClocks(Catalogue catalogue, Worktime worktime) {
        this.catalogue = catalogue;
        this.worktime = worktime;
    }

    /// For `dispatch` and `arbitrate`.
    public Optional<Deadline> forDispatch(CaseFile file, Instant now) {
        return findLimit(file).map(limit -> worktime.start(now, limit));
    }

    /// For `fail-check`: the whole limit again; a case whose clock another system gave gets as much
    /// time as it had.
    public Optional<Deadline> forRework(CaseFile file, Instant now) {
        return findClock(file)
                .flatMap(Deadline::limit)
                .or(() -> findLimit(file))
                .map(limit -> worktime.start(now, limit))
                .or(() -> findClock(file).map(given -> shifted(given, now)));
    }

    /// For `resume`: what was left when the clock was stopped.
    public Optional<Deadline> forResume(CaseFile file, Instant now) {
        return file.state() instanceof Suspended suspended
                ? findClock(file).map(before -> resumed(before, suspended.since(), now))
                : Optional.empty();
    }

    /// For `grant-extension`.
    public Deadline forExtension(CaseFile file, TimeLimit by) {
        return findClock(file)
                .map(before -> worktime.extend(before, by))
                .orElseThrow(() ->
                        new RefusedException(
                                "casework.without-clock",
                                "The case (%s) has no due time that could be later."
                                        .formatted(file.caseNo()),
                                "Decline the request."));
    }

    private Deadline resumed(Deadline before, Instant since, Instant now) {
        return before.limit().isPresent()
                ? worktime.resume(before, since, now)
                : Deadline.given(
                        before.startAt(), before.dueAt().plus(Duration.between(since, now)));
    }

    private static Deadline shifted(Deadline given, Instant now) {
        var length = Duration.between(given.startAt(), given.dueAt());
        return Deadline.given(now, now.plus(length.isNegative() ? Duration.ZERO : length));
    }

    private static Optional<Deadline> findClock(CaseFile file) {
        return file.state() instanceof Filed filed
                ? filed.work().clock().deadline()
                : Optional.empty();
    }

    /// As the scheme says that was in force at filing: a later one does not change what a case was
    /// promised.
    private Optional<TimeLimit> findLimit(CaseFile file) {
        return file.findWork()
                .flatMap(work ->
                        catalogue.findCategory(
                                file.facts().category(), work.milestones().filedAt()))
                .flatMap(category ->
                        category.conditions().stream()
                                .filter(c -> c.code().equals(file.facts().condition()))
                                .findFirst())
                .map(FilingCondition::limit);
    }
}
