package city.gewu.casework.model;

import city.gewu.casework.CaseCommand.Close;
import city.gewu.casework.CaseCommand.FailCheck;
import city.gewu.casework.CaseCommand.PassCheck;
import city.gewu.casework.CaseCommand.RequestCheck;
import city.gewu.casework.model.CaseState.Appeal;
import city.gewu.casework.model.CaseState.AtDepartment;
import city.gewu.casework.model.CaseState.Checking;
import city.gewu.casework.model.CaseState.Closed;
import city.gewu.casework.model.CaseState.Finished;
import city.gewu.casework.model.CaseState.Handled;
import city.gewu.casework.model.CaseState.Handling;
import city.gewu.casework.model.CaseState.Suspended;
import city.gewu.casework.model.CaseState.ToAssign;
import city.gewu.casework.model.CaseState.ToClose;
import city.gewu.casework.model.CaseState.Unfiled;
import city.gewu.platform.Decision;

/// After handling: the check in the street and the closing (核查、返工、结案).
final class CheckingRules {

    private CheckingRules() {}

    static Decision<CaseFile, Happening> requestCheck(Turn turn, RequestCheck command) {
        return switch (turn.state()) {
            case Handled(var work) -> turn.to(new Checking(work), Happening.of("check-requested"));
            case Unfiled _,
                    ToAssign _,
                    AtDepartment _,
                    Checking _,
                    ToClose _,
                    Suspended _,
                    Finished _ ->
                    turn.notInState(command);
        };
    }

    static Decision<CaseFile, Happening> passCheck(Turn turn, PassCheck command) {
        return switch (turn.state()) {
            case Checking _ when turn.byFinder() -> turn.samePerson("checker", "finder");
            case Checking(var work) when turn.byHandler(work) ->
                    turn.samePerson("checker", "handler");
            case Checking(var work) ->
                    turn.to(
                            turn.file().facts().withCheck(command.photos()),
                            new ToClose(work.checkedBy(turn.by().actor().id(), turn.by().now())),
                            Happening.of("check-passed")
                                    .with("note", command.note())
                                    .with("photos", FilingRules.ids(command.photos())));
            case Unfiled _,
                    ToAssign _,
                    AtDepartment _,
                    Handled _,
                    ToClose _,
                    Suspended _,
                    Finished _ ->
                    turn.notInState(command);
        };
    }

    /// 返工: the same department, one round more, a fresh clock; the first due time still judges.
    static Decision<CaseFile, Happening> failCheck(Turn turn, FailCheck command) {
        return switch (turn.state()) {
            case Checking _ when turn.byFinder() -> turn.samePerson("checker", "finder");
            case Checking(var work) when turn.byHandler(work) ->
                    turn.samePerson("checker", "handler");
            case Checking _ when command.reason().isBlank() -> Turn.missingReason(command);
            case Checking(var work) when DispatchRules.lacksClock(work, command.deadline()) ->
                    Turn.missingDeadline(command);
            case Checking(var work) ->
                    command.deadline()
                            .flatMap(DispatchRules::findFault)
                            .<Decision<CaseFile, Happening>>map(Decision.Refused::new)
                            .orElseGet(() -> reworked(turn, work, command));
            case Unfiled _,
                    ToAssign _,
                    AtDepartment _,
                    Handled _,
                    ToClose _,
                    Suspended _,
                    Finished _ ->
                    turn.notInState(command);
        };
    }

    private static Decision<CaseFile, Happening> reworked(Turn turn, Work work, FailCheck command) {
        var next = work.reworked(turn.by().actor().id(), command.deadline());
        return turn.to(
                turn.file().facts().withCheck(command.photos()),
                new Handling(next),
                DispatchRules.clocked(
                        Happening.of("check-failed")
                                .with("reason", command.reason())
                                .with("photos", FilingRules.ids(command.photos()))
                                .with("round", Integer.toString(next.tally().round())),
                        command.deadline()));
    }

    static Decision<CaseFile, Happening> close(Turn turn, Close command) {
        return switch (turn.state()) {
            case ToClose(var work) ->
                    turn.to(
                            new Closed(work, turn.by().now(), Appeal.NONE),
                            Happening.of("closed").with("note", command.note()));
            case Handled _, Checking _ ->
                    Decision.refused(
                            "casework.check-not-passed",
                            "No check in the street has found the case put right.",
                            "Request the check, and close when it has passed.");
            case Unfiled _, ToAssign _, AtDepartment _, Suspended _, Finished _ ->
                    turn.notInState(command);
        };
    }
}
