package city.gewu.casework.model;

import city.gewu.casework.CaseCommand.Merge;
import city.gewu.casework.CaseCommand.Split;
import city.gewu.casework.CaseCommand.TellLeadEnded;
import city.gewu.casework.model.CaseState.Filed;
import city.gewu.casework.model.CaseState.Finished;
import city.gewu.casework.model.CaseState.Merged;
import city.gewu.casework.model.CaseState.Unfiled;
import city.gewu.platform.Decision;

/// Copies of one case (并案、拆分): a copy has no clock, and can always stand on its own again.
final class GroupRules {

    private GroupRules() {}

    static Decision<CaseFile, Happening> merge(Turn turn, Merge command) {
        return switch (turn.state()) {
            case Unfiled _ when command.into().equals(turn.file().id()) ->
                    Decision.refused(
                            "casework.merge-into-itself",
                            "The case (%d) cannot be merged into itself."
                                    .formatted(command.into().value()),
                            "Choose the other case.");
            case Unfiled before ->
                    turn.to(
                            new Merged(turn.by().now(), command.into(), before, ""),
                            Happening.of("merged")
                                    .with("into", Long.toString(command.into().value())));
            case Filed _, Finished _ -> turn.notInState(command);
        };
    }

    /// Back to where it stood.
    static Decision<CaseFile, Happening> split(Turn turn, Split command) {
        return switch (turn.state()) {
            case Merged _ when command.reason().isBlank() -> Turn.missingReason(command);
            case Merged(_, var into, var before, _) ->
                    turn.to(
                            before,
                            Happening.of("split")
                                    .with("from", Long.toString(into.value()))
                                    .with("reason", command.reason()));
            case Unfiled _, Filed _, Finished _ -> turn.notInState(command);
        };
    }

    static Decision<CaseFile, Happening> tellLeadEnded(Turn turn, TellLeadEnded command) {
        return switch (turn.state()) {
            case Merged(_, _, _, var told) when !told.isEmpty() -> turn.notInState(command);
            case Merged(var at, var into, var before, _) ->
                    turn.to(
                            new Merged(at, into, before, command.outcome()),
                            Happening.of("lead-ended")
                                    .with("into", command.lead())
                                    .with("outcome", command.outcome())
                                    .with("reason", command.words()));
            case Unfiled _, Filed _, Finished _ -> turn.notInState(command);
        };
    }
}
