package city.gewu.casework.model;

import city.gewu.casework.CaseCommand.AskExtension;
import city.gewu.casework.CaseCommand.AskSuspension;
import city.gewu.casework.CaseCommand.DeclineRequest;
import city.gewu.casework.CaseCommand.GrantExtension;
import city.gewu.casework.CaseCommand.GrantSuspension;
import city.gewu.casework.CaseCommand.Resume;
import city.gewu.casework.model.CaseState.AfterHandling;
import city.gewu.casework.model.CaseState.Arbitration;
import city.gewu.casework.model.CaseState.AtDepartment;
import city.gewu.casework.model.CaseState.Dispatched;
import city.gewu.casework.model.CaseState.Filed;
import city.gewu.casework.model.CaseState.Finished;
import city.gewu.casework.model.CaseState.Handling;
import city.gewu.casework.model.CaseState.Suspended;
import city.gewu.casework.model.CaseState.ToAssign;
import city.gewu.casework.model.CaseState.ToDispatch;
import city.gewu.casework.model.CaseState.Unfiled;
import city.gewu.casework.model.Work.Request.Extension;
import city.gewu.casework.model.Work.Request.Suspension;
import city.gewu.platform.Decision;
import city.gewu.platform.Refusal;
import java.util.Optional;

/// What a department may ask for and the centre may grant (延期、挂账).
final class RequestRules {

    /// More time is granted this often at most.
    static final int EXTENSIONS = 2;

    /// A suspension is looked at again after this many years at the latest.
    private static final int YEARS_SUSPENDED = 1;

    private RequestRules() {}

    static Decision<CaseFile, Happening> askExtension(Turn turn, AskExtension command) {
        return switch (turn.state()) {
            case AtDepartment here ->
                    findFault(turn, here.work(), command)
                            .<Decision<CaseFile, Happening>>map(Decision.Refused::new)
                            .orElseGet(() ->
                                    turn.to(
                                            with(
                                                    here,
                                                    here.work()
                                                            .asking(
                                                                    new Extension(
                                                                            command.reason()))),
                                            Happening.of("extension-asked")
                                                    .with("reason", command.reason())));
            case Unfiled _, ToAssign _, AfterHandling _, Suspended _, Finished _ ->
                    turn.notInState(command);
        };
    }

    private static Optional<Refusal> findFault(Turn turn, Work work, AskExtension command) {
        var now = turn.by().now();
        if (command.reason().isBlank()) {
            return Optional.of(Turn.reasonMissing(command));
        }
        if (work.request().isPresent()) {
            return Optional.of(pending());
        }
        if (work.clock().deadline().isEmpty()) {
            return Optional.of(
                    new Refusal(
                            "casework.without-clock",
                            "The case has no due time that could be later.",
                            "Handle it when you can."));
        }
        if (work.clock().overdue(now)) {
            return Optional.of(
                    new Refusal(
                            "casework.already-overdue",
                            "The case was due (%s); now it is (%s)."
                                    .formatted(work.clock().deadline().get().dueAt(), now),
                            "Handle it; an appeal after closing can say why it took longer."));
        }
        return work.tally().extensions() < EXTENSIONS
                ? Optional.empty()
                : Optional.of(
                        new Refusal(
                                "casework.extensions-spent",
                                "Extensions granted (%d) reached the limit (%d)."
                                        .formatted(work.tally().extensions(), EXTENSIONS),
                                "Handle it, or ask for a suspension."));
    }

    static Refusal pending() {
        return new Refusal(
                "casework.request-pending",
                "Something was asked for already and nobody has decided it yet.",
                "Wait for the decision.");
    }

    static Decision<CaseFile, Happening> grantExtension(Turn turn, GrantExtension command) {
        return switch (turn.state()) {
            case AtDepartment here when !asked(here, Extension.class) -> notAsked("extension");
            case AtDepartment here
                    when here.work()
                            .clock()
                            .deadline()
                            .filter(old -> !command.deadline().dueAt().isAfter(old.dueAt()))
                            .isPresent() ->
                    Decision.refused(
                            "casework.bad-deadline",
                            "The due time (%s) would not be later."
                                    .formatted(command.deadline().dueAt()),
                            "Give a limit that adds time.");
            case AtDepartment here ->
                    turn.to(
                            with(here, here.work().extended(command.deadline())),
                            DispatchRules.clocked(
                                    Happening.of("extension-granted"),
                                    Optional.of(command.deadline())));
            case Unfiled _, ToAssign _, AfterHandling _, Suspended _, Finished _ ->
                    turn.notInState(command);
        };
    }

    static Decision<CaseFile, Happening> askSuspension(Turn turn, AskSuspension command) {
        var today = turn.by().today();
        return switch (turn.state()) {
            case AtDepartment _ when command.reason().isBlank() -> Turn.missingReason(command);
            case AtDepartment here when here.work().request().isPresent() ->
                    new Decision.Refused<>(pending());
            case AtDepartment _
                    when !command.reviewOn().isAfter(today)
                            || command.reviewOn().isAfter(today.plusYears(YEARS_SUSPENDED)) ->
                    Decision.refused(
                            "casework.bad-review-date",
                            "The review date (%s) must lie after today (%s) and within a year."
                                    .formatted(command.reviewOn(), today),
                            "Choose a day in that year.");
            case AtDepartment here ->
                    turn.to(
                            with(
                                    here,
                                    here.work()
                                            .asking(
                                                    new Suspension(
                                                            command.reason(), command.reviewOn()))),
                            Happening.of("suspension-asked")
                                    .with("reason", command.reason())
                                    .with("review", command.reviewOn().toString()));
            case Unfiled _, ToAssign _, AfterHandling _, Suspended _, Finished _ ->
                    turn.notInState(command);
        };
    }

    static Decision<CaseFile, Happening> grantSuspension(Turn turn, GrantSuspension command) {
        return switch (turn.state()) {
            case AtDepartment here ->
                    here.work()
                            .request()
                            .filter(Suspension.class::isInstance)
                            .map(Suspension.class::cast)
                            .map(asked -> suspended(turn, here, asked))
                            .orElseGet(() -> notAsked("suspension"));
            case Unfiled _, ToAssign _, AfterHandling _, Suspended _, Finished _ ->
                    turn.notInState(command);
        };
    }

    private static Decision<CaseFile, Happening> suspended(
            Turn turn, AtDepartment here, Suspension asked) {
        return turn.to(
                new Suspended(
                        with(here, here.work().askingNothing()),
                        turn.by().now(),
                        asked.reason(),
                        asked.reviewOn()),
                Happening.of("suspended")
                        .with("reason", asked.reason())
                        .with("review", asked.reviewOn().toString()));
    }

    static Decision<CaseFile, Happening> resume(Turn turn, Resume command) {
        return switch (turn.state()) {
            case Suspended here when DispatchRules.lacksClock(here.work(), command.deadline()) ->
                    Turn.missingDeadline(command);
            case Suspended here ->
                    command.deadline()
                            .flatMap(DispatchRules::findFault)
                            .<Decision<CaseFile, Happening>>map(Decision.Refused::new)
                            .orElseGet(() ->
                                    turn.to(
                                            with(
                                                    here.before(),
                                                    here.work()
                                                            .with(
                                                                    here.work()
                                                                            .clock()
                                                                            .resumed(
                                                                                    command
                                                                                            .deadline()))),
                                            DispatchRules.clocked(
                                                    Happening.of("resumed"), command.deadline())));
            case Unfiled _, ToAssign _, AtDepartment _, AfterHandling _, Finished _ ->
                    turn.notInState(command);
        };
    }

    static Decision<CaseFile, Happening> declineRequest(Turn turn, DeclineRequest command) {
        return switch (turn.state()) {
            case ToAssign here when here.work().request().isEmpty() -> notAsked("anything");
            case AtDepartment here when here.work().request().isEmpty() -> notAsked("anything");
            case ToAssign _, AtDepartment _ when command.reason().isBlank() ->
                    Turn.missingReason(command);
            case ToAssign here -> declined(turn, command, with(here, here.work().askingNothing()));
            case AtDepartment here ->
                    declined(turn, command, with(here, here.work().askingNothing()));
            case Unfiled _, AfterHandling _, Suspended _, Finished _ -> turn.notInState(command);
        };
    }

    private static Decision<CaseFile, Happening> declined(
            Turn turn, DeclineRequest command, Filed next) {
        return turn.to(next, Happening.of("request-declined").with("reason", command.reason()));
    }

    static ToAssign with(ToAssign here, Work work) {
        return switch (here) {
            case ToDispatch _ -> new ToDispatch(work);
            case Arbitration _ -> new Arbitration(work);
        };
    }

    static AtDepartment with(AtDepartment here, Work work) {
        return switch (here) {
            case Dispatched _ -> new Dispatched(work);
            case Handling _ -> new Handling(work);
        };
    }

    private static boolean asked(AtDepartment here, Class<? extends Work.Request> what) {
        return here.work().request().filter(what::isInstance).isPresent();
    }

    private static Decision<CaseFile, Happening> notAsked(String what) {
        return Decision.refused(
                "casework.nothing-asked",
                "The department has not asked for (%s).".formatted(what),
                "Reload the case; the request may have been decided already.");
    }
}
