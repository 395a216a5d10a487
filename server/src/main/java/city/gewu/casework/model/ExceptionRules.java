package city.gewu.casework.model;

import city.gewu.casework.CaseCommand;
import city.gewu.casework.CaseCommand.DecideAppeal;
import city.gewu.casework.CaseCommand.IssueSupervisionOrder;
import city.gewu.casework.CaseCommand.RaiseDeadline;
import city.gewu.casework.CaseCommand.Urge;
import city.gewu.casework.model.CaseState.AfterHandling;
import city.gewu.casework.model.CaseState.Appeal;
import city.gewu.casework.model.CaseState.AtDepartment;
import city.gewu.casework.model.CaseState.Cancelled;
import city.gewu.casework.model.CaseState.Closed;
import city.gewu.casework.model.CaseState.Filed;
import city.gewu.casework.model.CaseState.Finished;
import city.gewu.casework.model.CaseState.FixedOnSpot;
import city.gewu.casework.model.CaseState.Merged;
import city.gewu.casework.model.CaseState.RefusedAcceptance;
import city.gewu.casework.model.CaseState.RefusedFiling;
import city.gewu.casework.model.CaseState.Suspended;
import city.gewu.casework.model.CaseState.ToAssign;
import city.gewu.casework.model.CaseState.Unfiled;
import city.gewu.platform.Decision;
import city.gewu.worktime.Deadline;
import java.time.Instant;
import java.util.Locale;

/// What interrupts the ordinary way, or speaks to it from the side (催办、督办、时限、申诉).
final class ExceptionRules {

    private ExceptionRules() {}

    static Decision<CaseFile, Happening> urge(Turn turn, Urge command) {
        return spoken(turn, command, "urged", command.message());
    }

    static Decision<CaseFile, Happening> issueSupervisionOrder(
            Turn turn, IssueSupervisionOrder command) {
        return spoken(turn, command, "supervision-ordered", command.message());
    }

    private static Decision<CaseFile, Happening> spoken(
            Turn turn, CaseCommand command, String kind, String message) {
        return switch (turn.state()) {
            case Filed _ when message.isBlank() -> Turn.missingReason(command);
            case Filed filed -> turn.to(filed, Happening.of(kind).with("message", message));
            case Unfiled _, Finished _ -> turn.notInState(command);
        };
    }

    /// Only the strongest signal that is due is raised, and once on one clock, so that a scanner
    /// that runs twice says nothing twice.
    static Decision<CaseFile, Happening> raiseDeadline(Turn turn, RaiseDeadline command) {
        return switch (turn.state()) {
            case ToAssign _, AtDepartment _
                    when !DeadlineWatch.due(turn.file(), turn.by().now())
                            .filter(command.signal()::equals)
                            .isPresent() ->
                    Decision.refused(
                            "casework.nothing-to-raise",
                            "The signal (%s) is not due or was raised already."
                                    .formatted(command.signal()),
                            "Look again later.");
            case ToAssign here ->
                    raised(turn, command, RequestRules.with(here, raise(here.work(), command)));
            case AtDepartment here ->
                    raised(turn, command, RequestRules.with(here, raise(here.work(), command)));
            case Unfiled _, AfterHandling _, Suspended _, Finished _ -> turn.notInState(command);
        };
    }

    private static Work raise(Work work, RaiseDeadline command) {
        return work.with(work.clock().raised(command.signal()));
    }

    private static Decision<CaseFile, Happening> raised(
            Turn turn, RaiseDeadline command, Filed next) {
        return turn.to(
                next,
                Happening.of("deadline-raised")
                        .with("signal", command.signal().name().toLowerCase(Locale.ROOT)));
    }

    static Decision<CaseFile, Happening> appeal(Turn turn, CaseCommand.Appeal command) {
        return switch (turn.state()) {
            case Closed _ when command.reason().isBlank() -> Turn.missingReason(command);
            case Closed(_, _, var appeal) when appeal != Appeal.NONE ->
                    Decision.refused(
                            "casework.already-appealed",
                            "The department has appealed already (%s).".formatted(appeal),
                            "One appeal is heard for each case.");
            case Closed(var work, var at, _) when !late(work, at) ->
                    Decision.refused(
                            "casework.nothing-to-appeal",
                            "The case was closed (%s) and is not overdue.".formatted(at),
                            "Only an overdue can be waived.");
            case Closed(var work, var at, _) ->
                    turn.to(
                            new Closed(work, at, Appeal.LODGED),
                            Happening.of("appealed").with("reason", command.reason()));
            case Unfiled _,
                    Filed _,
                    FixedOnSpot _,
                    RefusedAcceptance _,
                    RefusedFiling _,
                    Merged _,
                    Cancelled _ ->
                    turn.notInState(command);
        };
    }

    private static boolean late(Work work, Instant closedAt) {
        return work.clock()
                .firstDueAt()
                .or(() -> work.clock().deadline().map(Deadline::dueAt))
                .filter(closedAt::isAfter)
                .isPresent();
    }

    static Decision<CaseFile, Happening> decideAppeal(Turn turn, DecideAppeal command) {
        return switch (turn.state()) {
            case Closed(_, _, var appeal) when appeal != Appeal.LODGED ->
                    Decision.refused(
                            "casework.nothing-asked",
                            "No appeal waits for a decision (%s).".formatted(appeal),
                            "Reload the case; it may have been decided already.");
            case Closed(var work, _, _) when turn.byHandler(work) ->
                    turn.samePerson("decider of the appeal", "handler");
            case Closed _ when command.reason().isBlank() -> Turn.missingReason(command);
            case Closed(var work, var at, _) ->
                    turn.to(
                            new Closed(work, at, command.waived() ? Appeal.WAIVED : Appeal.UPHELD),
                            Happening.of("appeal-decided")
                                    .with("waived", Boolean.toString(command.waived()))
                                    .with("reason", command.reason()));
            case Unfiled _,
                    Filed _,
                    FixedOnSpot _,
                    RefusedAcceptance _,
                    RefusedFiling _,
                    Merged _,
                    Cancelled _ ->
                    turn.notInState(command);
        };
    }
}
