package city.gewu.casework.model;

import city.gewu.casework.CaseCommand.AskCancellation;
import city.gewu.casework.CaseCommand.Cancel;
import city.gewu.casework.model.CaseState.AfterHandling;
import city.gewu.casework.model.CaseState.AtDepartment;
import city.gewu.casework.model.CaseState.Cancelled;
import city.gewu.casework.model.CaseState.Filed;
import city.gewu.casework.model.CaseState.Finished;
import city.gewu.casework.model.CaseState.Suspended;
import city.gewu.casework.model.CaseState.ToAssign;
import city.gewu.casework.model.CaseState.Unfiled;
import city.gewu.casework.model.Work.Request.Cancellation;
import city.gewu.platform.Decision;

/// How a case comes to nothing (作废). A report may be cancelled by whoever files; a filed case has a
/// clock that counts, so one person asks and another decides.
final class CancellationRules {

    private CancellationRules() {}

    static Decision<CaseFile, Happening> ask(Turn turn, AskCancellation command) {
        return switch (turn.state()) {
            case ToAssign _, AtDepartment _ when command.reason().isBlank() ->
                    Turn.missingReason(command);
            case ToAssign here when here.work().request().isPresent() ->
                    new Decision.Refused<>(RequestRules.pending());
            case AtDepartment here when here.work().request().isPresent() ->
                    new Decision.Refused<>(RequestRules.pending());
            case ToAssign here ->
                    asked(turn, command, RequestRules.with(here, asking(here.work(), command)));
            case AtDepartment here ->
                    asked(turn, command, RequestRules.with(here, asking(here.work(), command)));
            case Unfiled _, AfterHandling _, Suspended _, Finished _ -> turn.notInState(command);
        };
    }

    private static Work asking(Work work, AskCancellation command) {
        return work.asking(new Cancellation(command.reason()));
    }

    private static Decision<CaseFile, Happening> asked(
            Turn turn, AskCancellation command, Filed next) {
        return turn.to(next, Happening.of("cancellation-asked").with("reason", command.reason()));
    }

    static Decision<CaseFile, Happening> cancel(Turn turn, Cancel command) {
        return switch (turn.state()) {
            case Unfiled _, Filed _ when command.reason().isBlank() -> Turn.missingReason(command);
            case AfterHandling _, Suspended _ when !turn.by().machine() -> turn.notInState(command);
            case Filed here when !turn.by().machine() && !asked(here.work()) ->
                    Decision.refused(
                            "casework.cancellation-not-asked",
                            "Nobody has asked for this filed case to be cancelled.",
                            "Let the clerk, the dispatcher or the department ask for it and say why;"
                                    + " then decide.");
            case Unfiled _, Filed _ ->
                    turn.to(
                            new Cancelled(
                                    turn.by().now(),
                                    command.reason(),
                                    turn.work().map(Work::askingNothing)),
                            Happening.of("cancelled").with("reason", command.reason()));
            case Finished _ -> turn.notInState(command);
        };
    }

    private static boolean asked(Work work) {
        return work.request().filter(Cancellation.class::isInstance).isPresent();
    }
}
