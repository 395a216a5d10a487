package city.gewu.casework.model;

import city.gewu.casework.CaseCommand.AssignInside;
import city.gewu.casework.CaseCommand.ReportAssisted;
import city.gewu.casework.CaseCommand.ReportHandled;
import city.gewu.casework.model.CaseState.AfterHandling;
import city.gewu.casework.model.CaseState.AtDepartment;
import city.gewu.casework.model.CaseState.Dispatched;
import city.gewu.casework.model.CaseState.Finished;
import city.gewu.casework.model.CaseState.Handled;
import city.gewu.casework.model.CaseState.Handling;
import city.gewu.casework.model.CaseState.Suspended;
import city.gewu.casework.model.CaseState.ToAssign;
import city.gewu.casework.model.CaseState.Unfiled;
import city.gewu.casework.model.Work.Assistance;
import city.gewu.platform.Decision;
import java.util.stream.Collectors;

/// The department's own work (处置、协办).
final class HandlingRules {

    private HandlingRules() {}

    /// Whether the colleague may handle the case is asked before, where people are known.
    static Decision<CaseFile, Happening> assignInside(Turn turn, AssignInside command) {
        return switch (turn.state()) {
            case AtDepartment _ when turn.file().facts().reporter().equals(command.handler()) ->
                    Decision.refused(
                            "casework.same-person",
                            "The account (%s) is the finder of this case and cannot be its handler."
                                    .formatted(command.handler()),
                            "Let somebody else do it.");
            case Handling(var work) when work.duty().handler().equals(command.handler()) ->
                    Decision.refused(
                            "casework.already-handler",
                            "The account (%s) has this case already.".formatted(command.handler()),
                            "Choose somebody else, or leave it.");
            case AtDepartment here ->
                    turn.to(
                            new Handling(here.work().takenUpBy(command.handler())),
                            Happening.of("assigned-inside").with("handler", command.handler()));
            case Unfiled _, ToAssign _, AfterHandling _, Suspended _, Finished _ ->
                    turn.notInState(command);
        };
    }

    static Decision<CaseFile, Happening> reportAssisted(Turn turn, ReportAssisted command) {
        return switch (turn.state()) {
            case AtDepartment here
                    when !here.work()
                            .duty()
                            .assisting()
                            .contains(new Assistance(command.department(), false)) ->
                    Decision.refused(
                            "casework.nothing-to-assist",
                            "The department (%s) owes this case no assistance."
                                    .formatted(command.department()),
                            "Reload the case; the part may have been reported already.");
            case Dispatched(var work) ->
                    turn.to(
                            new Dispatched(work.assistedBy(command.department())),
                            assisted(command));
            case Handling(var work) ->
                    turn.to(new Handling(work.assistedBy(command.department())), assisted(command));
            case Unfiled _, ToAssign _, AfterHandling _, Suspended _, Finished _ ->
                    turn.notInState(command);
        };
    }

    private static Happening assisted(ReportAssisted command) {
        return Happening.of("assisted")
                .with("department", command.department())
                .with("note", command.note());
    }

    /// The lead reports last: while an assisting department owes its part, nothing is handled.
    static Decision<CaseFile, Happening> reportHandled(Turn turn, ReportHandled command) {
        return switch (turn.state()) {
            case Handling _ when turn.byFinder() -> turn.samePerson("handler", "finder");
            case Handling(var work) when !work.duty().assistanceDone() ->
                    Decision.refused(
                            "casework.assistance-owed",
                            "Assisting departments (%s) have not reported their part."
                                    .formatted(owing(work)),
                            "Wait for them, or urge them through the dispatcher.");
            case Handling(var work) ->
                    turn.to(
                            turn.file().facts().withAfter(command.after()),
                            new Handled(work.handledBy(turn.by().actor().id(), turn.by().now())),
                            Happening.of("handled")
                                    .with("note", command.note())
                                    .with("photos", FilingRules.ids(command.after()))
                                    .with(
                                            "late",
                                            work.clock().overdue(turn.by().now()) ? "true" : ""));
            case Unfiled _, ToAssign _, Dispatched _, AfterHandling _, Suspended _, Finished _ ->
                    turn.notInState(command);
        };
    }

    private static String owing(Work work) {
        return work.duty().assisting().stream()
                .filter(a -> !a.done())
                .map(Assistance::department)
                .collect(Collectors.joining(", "));
    }
}
