package city.gewu.casework.model;

import static city.gewu.casework.model.CaseFiles.CLOCK;
import static city.gewu.casework.model.CaseFiles.NOW;
import static city.gewu.casework.model.CaseFiles.PHOTO;
import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.casework.CaseCommand;
import city.gewu.casework.CaseCommand.Appeal;
import city.gewu.casework.CaseCommand.AskExtension;
import city.gewu.casework.CaseCommand.AskSuspension;
import city.gewu.casework.CaseCommand.DecideAppeal;
import city.gewu.casework.CaseCommand.Dispatch;
import city.gewu.casework.CaseCommand.FailCheck;
import city.gewu.casework.CaseCommand.FixOnSpot;
import city.gewu.casework.CaseCommand.GrantExtension;
import city.gewu.casework.CaseCommand.GrantSuspension;
import city.gewu.casework.CaseCommand.PassCheck;
import city.gewu.casework.CaseCommand.ReportAssisted;
import city.gewu.casework.CaseCommand.ReportHandled;
import city.gewu.casework.CaseCommand.Resume;
import city.gewu.casework.CaseCommand.ReturnToDispatcher;
import city.gewu.casework.CaseCommand.TakeUp;
import city.gewu.casework.CityFixture;
import city.gewu.casework.model.CaseState.Checking;
import city.gewu.casework.model.CaseState.Closed;
import city.gewu.casework.model.CaseState.Dispatched;
import city.gewu.casework.model.CaseState.Filed;
import city.gewu.casework.model.CaseState.Handling;
import city.gewu.casework.model.CaseState.Reported;
import city.gewu.casework.model.CaseState.ToDispatch;
import city.gewu.people.Actor;
import city.gewu.people.Post;
import city.gewu.platform.Decision;
import city.gewu.worktime.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CaseRulesTest {

    @Test
    void aDepartmentGivesACaseToOneOfItsPeopleAndHasTakenItUp() {
        var given =
                moved(
                        new Dispatched(CaseFiles.dispatched()),
                        new CaseCommand.AssignInside("colleague"),
                        CityFixture.HANDLER);
        assertThat(given.state())
                .isInstanceOfSatisfying(
                        Handling.class,
                        handling ->
                                assertThat(handling.work().duty().handler())
                                        .isEqualTo("colleague"));
        assertThat(
                        refusal(
                                given.state(),
                                new CaseCommand.AssignInside("colleague"),
                                CityFixture.HANDLER))
                .isEqualTo("casework.already-handler");
        assertThat(
                        refusal(
                                given.state(),
                                new CaseCommand.AssignInside(given.facts().reporter()),
                                CityFixture.HANDLER))
                .isEqualTo("casework.same-person");
        assertThat(
                        refusal(
                                given.state(),
                                new CaseCommand.AssignInside("other"),
                                CityFixture.GARDENER))
                .isEqualTo("casework.not-allowed");
    }

    @Test
    void theSecondReturnLeadsToArbitrationWhoseDispatchBinds() {
        var once = moved(new Dispatched(CaseFiles.dispatched()), returned(), CityFixture.HANDLER);
        assertThat(once.state()).isInstanceOf(ToDispatch.class);

        var again = moved(once.state(), dispatch(Optional.of(CLOCK)), CityFixture.DISPATCHER);
        var twice = moved(again.state(), returned(), CityFixture.HANDLER);
        assertThat(twice.state()).isInstanceOf(CaseState.Arbitration.class);
        assertThat(refusal(twice.state(), dispatch(Optional.of(CLOCK)), CityFixture.DISPATCHER))
                .isEqualTo("casework.needs-arbitration");

        var bound =
                moved(
                        twice.state(),
                        new CaseCommand.Arbitrate("roads", Optional.of(CLOCK), "meeting 3"),
                        CityFixture.DISPATCHER);
        assertThat(refusal(bound.state(), returned(), CityFixture.HANDLER))
                .isEqualTo("casework.binding-dispatch");
    }

    @Test
    void whatIsTakenUpIsNotReturned() {
        assertThat(refusal(new Handling(CaseFiles.handling()), returned(), CityFixture.HANDLER))
                .isEqualTo("casework.handling-started");
    }

    @Test
    void aFailedCheckStartsANewRoundWithTheSameDepartmentAndKeepsTheFirstDueTime() {
        var fresh = shifted(CLOCK, Duration.ofHours(10));

        var next =
                moved(
                        new Checking(CaseFiles.handled()),
                        new FailCheck("still broken", List.of(PHOTO), Optional.of(fresh)),
                        CityFixture.CHECKER);

        var work = ((Handling) next.state()).work();
        assertThat(work.duty().department()).isEqualTo("roads");
        assertThat(work.tally().round()).isEqualTo(2);
        assertThat(work.clock().deadline()).contains(fresh);
        assertThat(work.clock().firstDueAt()).contains(CLOCK.dueAt());
        assertThat(work.milestones().handledAt()).isEmpty();
        assertThat(next.facts().photos().check()).containsExactly(PHOTO);
    }

    @Test
    void finderHandlerAndCheckerAreThreePeople() {
        var busybody =
                new Actor(CityFixture.SUPERVISOR.id(), "busybody", Set.of(Post.values()), "roads");
        var handler =
                new Actor(CityFixture.HANDLER.id(), "handler", Set.of(Post.values()), "roads");

        assertThat(refusal(new Dispatched(CaseFiles.dispatched()), new TakeUp(), busybody))
                .isEqualTo("casework.same-person");
        assertThat(refusal(new Checking(CaseFiles.handled()), passed(), busybody))
                .isEqualTo("casework.same-person");
        assertThat(refusal(new Checking(CaseFiles.handled()), passed(), handler))
                .isEqualTo("casework.same-person");
        assertThat(moved(new Checking(CaseFiles.handled()), passed(), CityFixture.IMPORT).state())
                .isInstanceOf(CaseState.ToClose.class);
    }

    @Test
    void aHandlerSpeaksForTheOwnDepartmentAlone() {
        assertThat(
                        refusal(
                                new Dispatched(CaseFiles.dispatched()),
                                new TakeUp(),
                                CityFixture.GARDENER))
                .isEqualTo("casework.not-allowed");
    }

    @Test
    void theLeadReportsAfterEveryAssistant() {
        var assisted = CaseFiles.state("Handling, assistance owed");
        var done = new ReportHandled("done", List.of());
        assertThat(refusal(assisted, done, CityFixture.HANDLER))
                .isEqualTo("casework.assistance-owed");

        var next = moved(assisted, new ReportAssisted("parks", "cut"), CityFixture.GARDENER);

        assertThat(moved(next.state(), done, CityFixture.HANDLER).state())
                .isInstanceOf(CaseState.Handled.class);
    }

    @Test
    void moreTimeIsAskedForBeforeTheDueTimeAndTwiceAtMost() {
        var handling = new Handling(CaseFiles.handling());
        var ask = new AskExtension("rain");
        assertThat(refusal(handling, ask, CityFixture.HANDLER, CLOCK.dueAt().plusSeconds(1)))
                .isEqualTo("casework.already-overdue");

        CaseState state = handling;
        for (int i = 1; i <= 2; i++) {
            state = moved(state, ask, CityFixture.HANDLER).state();
            var later = shifted(CLOCK, Duration.ofHours(10L * i));
            state = moved(state, new GrantExtension(later), CityFixture.DISPATCHER).state();
        }

        var work = ((Filed) state).work();
        assertThat(work.tally().extensions()).isEqualTo(2);
        assertThat(work.clock().firstDueAt()).contains(CLOCK.dueAt());
        assertThat(refusal(state, ask, CityFixture.HANDLER)).isEqualTo("casework.extensions-spent");
    }

    @Test
    void aSuspendedCaseComesBackWhereItWasWithItsFirstDueTimeMoved() {
        var before = new Dispatched(CaseFiles.dispatched());
        var ask = new AskSuspension("frost", LocalDate.of(2026, 4, 1));
        var asked = moved(before, ask, CityFixture.HANDLER);
        var suspended = moved(asked.state(), new GrantSuspension(), CityFixture.SHIFT_LEAD);
        assertThat(DeadlineWatch.nextAt(suspended.state())).isEmpty();
        assertThat(refusal(suspended.state(), new Resume(Optional.empty()), CityFixture.SHIFT_LEAD))
                .isEqualTo("casework.missing-deadline");

        var later = shifted(CLOCK, Duration.ofDays(20));
        var resumed =
                moved(suspended.state(), new Resume(Optional.of(later)), CityFixture.SHIFT_LEAD);

        var work = ((Dispatched) resumed.state()).work();
        assertThat(work.clock().firstDueAt()).contains(later.dueAt());
        assertThat(work.request()).isEmpty();
    }

    @Test
    void aSuspensionIsReviewedWithinAYear() {
        var tooLate = new AskSuspension("frost", LocalDate.of(2027, 3, 3));

        assertThat(refusal(new Handling(CaseFiles.handling()), tooLate, CityFixture.HANDLER))
                .isEqualTo("casework.bad-review-date");
    }

    @Test
    void aWaivedOverdueStaysAnOverdue() {
        var closed = (Closed) CaseFiles.state("Closed");
        var lodged = moved(closed, new Appeal("flood"), CityFixture.HANDLER);
        var waived = moved(lodged.state(), new DecideAppeal(true, "flood"), CityFixture.SHIFT_LEAD);

        var state = (Closed) waived.state();
        assertThat(state.appeal()).isEqualTo(CaseState.Appeal.WAIVED);
        assertThat(state.work()).isEqualTo(closed.work());
        assertThat(state.at()).isAfter(state.work().clock().firstDueAt().orElseThrow());
    }

    @Test
    void whatWasInTimeHasNothingToAppeal() {
        var inTime = new Closed(CaseFiles.checked(), CLOCK.dueAt(), CaseState.Appeal.NONE);

        assertThat(refusal(inTime, new Appeal("flood"), CityFixture.HANDLER))
                .isEqualTo("casework.nothing-to-appeal");
    }

    @Test
    void aDueTimeGivenByAnotherSystemMayLieBeforeTheStart() {
        var given = Deadline.given(NOW, NOW.minus(Duration.ofDays(3)));
        var computed =
                new Deadline(NOW, NOW.minus(Duration.ofDays(3)), NOW, CLOCK.limit(), "2026-1");
        var state = new ToDispatch(CaseFiles.toDispatch());

        assertThat(moved(state, dispatch(Optional.of(given)), CityFixture.DISPATCHER).state())
                .isInstanceOf(Dispatched.class);
        assertThat(refusal(state, dispatch(Optional.of(computed)), CityFixture.DISPATCHER))
                .isEqualTo("casework.bad-deadline");
    }

    @Test
    void onlyTheFinderPutsItRightOnTheSpotAndShowsIt() {
        var fixed = new FixOnSpot(List.of(PHOTO));

        assertThat(refusal(new Reported(), fixed, CityFixture.CHECKER))
                .isEqualTo("casework.not-the-finder");
        assertThat(refusal(new Reported(), new FixOnSpot(List.of()), CityFixture.SUPERVISOR))
                .isEqualTo("casework.missing-photos");
        assertThat(moved(new Reported(), fixed, CityFixture.SUPERVISOR).state())
                .isInstanceOf(CaseState.FixedOnSpot.class);
    }

    @Test
    void anUnassignedCaseEscalatesAtOnceAndADepartmentStepByStep() {
        var unassigned = CaseFiles.in(new ToDispatch(CaseFiles.toDispatch()));
        var assigned = CaseFiles.in(new Dispatched(CaseFiles.dispatched()));

        assertThat(DeadlineWatch.due(unassigned, NOW))
                .contains(CaseCommand.DeadlineSignal.ESCALATION);
        assertThat(DeadlineWatch.due(assigned, CLOCK.warnAt()))
                .contains(CaseCommand.DeadlineSignal.WARNING);
        assertThat(DeadlineWatch.due(assigned, CLOCK.dueAt()))
                .contains(CaseCommand.DeadlineSignal.WARNING);
        assertThat(DeadlineWatch.due(assigned, CLOCK.dueAt().plusMillis(1)))
                .contains(CaseCommand.DeadlineSignal.OVERDUE);
        assertThat(DeadlineWatch.nextAt(assigned.state())).contains(CLOCK.warnAt());
    }

    private static CaseCommand returned() {
        return new ReturnToDispatcher("not our road");
    }

    private static CaseCommand passed() {
        return new PassCheck("", List.of());
    }

    private static CaseCommand dispatch(Optional<Deadline> clock) {
        return new Dispatch("roads", List.of(), clock);
    }

    private static Deadline shifted(Deadline clock, Duration by) {
        return new Deadline(
                clock.startAt(),
                clock.dueAt().plus(by),
                clock.warnAt().plus(by),
                clock.limit(),
                clock.calendar());
    }

    private static CaseFile moved(CaseState state, CaseCommand command, Actor actor) {
        var by = By.of(actor, NOW, CityFixture.ZONE);
        return CaseRules.decide(CaseFiles.in(state), command, by).orThrow().next();
    }

    private static String refusal(CaseState state, CaseCommand command, Actor actor) {
        return refusal(state, command, actor, NOW);
    }

    private static String refusal(CaseState state, CaseCommand command, Actor actor, Instant now) {
        var by = By.of(actor, now, CityFixture.ZONE);
        return switch (CaseRules.decide(CaseFiles.in(state), command, by)) {
            case Decision.Moved(var next, _) -> "moved to " + next.state();
            case Decision.Refused(var why) -> why.code();
        };
    }
}
