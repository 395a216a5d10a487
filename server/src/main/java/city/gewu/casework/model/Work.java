package city.gewu.casework.model;

import city.gewu.worktime.Deadline;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What filed cases have in common: who owes it, by when, how often it went back, what was asked.
public record Work(
        Duty duty, CaseClock clock, Tally tally, Optional<Request> request, Milestones milestones) {

    /// @param department the lead department (主办), or empty text while none is named
    /// @param handler account id of who took it up or reported it handled, or empty text
    /// @param checker account id of who last checked it, or empty text
    public record Duty(
            String department, List<Assistance> assisting, String handler, String checker) {

        public Duty {
            assisting = List.copyOf(assisting);
        }

        /// Whether every assisting department has reported its part.
        public boolean assistanceDone() {
            return assisting.stream().allMatch(Assistance::done);
        }
    }

    /// An assisting department (协办).
    public record Assistance(String department, boolean done) {}

    /// @param round 0 before the first dispatch, 1 in the first handling, one more for each rework
    /// @param returns how often departments sent it back (退件)
    /// @param extensions how often more time was granted (延期)
    /// @param failedChecks how often a check did not pass (核查不通过)
    public record Tally(int round, int returns, int extensions, int failedChecks) {

        Tally nextRound() {
            return new Tally(round + 1, returns, extensions, failedChecks + 1);
        }

        Tally returned() {
            return new Tally(round, returns + 1, extensions, failedChecks);
        }

        Tally extended() {
            return new Tally(round, returns, extensions + 1, failedChecks);
        }
    }

    /// What was asked for and nobody has decided yet.
    public sealed interface Request {

        String reason();

        record Extension(String reason) implements Request {}

        record Suspension(String reason, LocalDate reviewOn) implements Request {}

        record Cancellation(String reason) implements Request {}
    }

    /// When each stage was last reached; a rework takes back handling and check.
    public record Milestones(
            Instant filedAt,
            Optional<Instant> dispatchedAt,
            Optional<Instant> handledAt,
            Optional<Instant> checkedAt) {}

    static Work filed(Instant now) {
        return new Work(
                new Duty("", List.of(), "", ""),
                CaseClock.NONE,
                new Tally(0, 0, 0, 0),
                Optional.empty(),
                new Milestones(now, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    Work dispatched(
            String department,
            List<String> assisting,
            Optional<Deadline> deadline,
            Instant dispatchedAt) {
        var assistance = assisting.stream().map(code -> new Assistance(code, false)).toList();
        return new Work(
                new Duty(department, assistance, "", ""),
                CaseClock.started(deadline),
                new Tally(1, tally.returns, tally.extensions, tally.failedChecks),
                Optional.empty(),
                new Milestones(
                        milestones.filedAt,
                        Optional.of(dispatchedAt),
                        Optional.empty(),
                        Optional.empty()));
    }

    Work returned() {
        return new Work(
                new Duty("", List.of(), "", ""),
                CaseClock.NONE,
                tally.returned(),
                Optional.empty(),
                milestones);
    }

    Work takenUpBy(String handler) {
        return with(new Duty(duty.department, duty.assisting, handler, duty.checker));
    }

    Work assistedBy(String department) {
        var assisting =
                duty.assisting.stream()
                        .map(a ->
                                a.department().equals(department)
                                        ? new Assistance(department, true)
                                        : a)
                        .toList();
        return with(new Duty(duty.department, assisting, duty.handler, duty.checker));
    }

    Work handledBy(String handler, Instant now) {
        return new Work(
                new Duty(duty.department, duty.assisting, handler, duty.checker),
                clock,
                tally,
                Optional.empty(),
                new Milestones(
                        milestones.filedAt,
                        milestones.dispatchedAt,
                        Optional.of(now),
                        Optional.empty()));
    }

    Work checkedBy(String checker, Instant now) {
        return new Work(
                new Duty(duty.department, duty.assisting, duty.handler, checker),
                clock,
                tally,
                request,
                new Milestones(
                        milestones.filedAt,
                        milestones.dispatchedAt,
                        milestones.handledAt,
                        Optional.of(now)));
    }

    Work reworked(String checker, Optional<Deadline> deadline) {
        return new Work(
                new Duty(duty.department, duty.assisting, duty.handler, checker),
                clock.renewed(deadline),
                tally.nextRound(),
                Optional.empty(),
                new Milestones(
                        milestones.filedAt,
                        milestones.dispatchedAt,
                        Optional.empty(),
                        Optional.empty()));
    }

    Work extended(Deadline deadline) {
        return new Work(
                duty, clock.extended(deadline), tally.extended(), Optional.empty(), milestones);
    }

    Work asking(Request wanted) {
        return new Work(duty, clock, tally, Optional.of(wanted), milestones);
    }

    Work askingNothing() {
        return new Work(duty, clock, tally, Optional.empty(), milestones);
    }

    Work with(CaseClock changed) {
        return new Work(duty, changed, tally, request, milestones);
    }

    private Work with(Duty changed) {
        return new Work(changed, clock, tally, request, milestones);
    }
}
