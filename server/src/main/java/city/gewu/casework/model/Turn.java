package city.gewu.casework.model;

import city.gewu.casework.CaseCommand;
import city.gewu.platform.Decision;
import city.gewu.platform.Refusal;
import java.util.Optional;

/// A case and who asks something of it: what every rule looks at, and the answers they share.
record Turn(CaseFile file, By by) {

    CaseState state() {
        return file.state();
    }

    Decision<CaseFile, Happening> to(CaseState next, Happening happening) {
        return Decision.moved(file.in(next), happening);
    }

    Decision<CaseFile, Happening> to(Facts facts, CaseState next, Happening happening) {
        return Decision.moved(file.with(facts).in(next), happening);
    }

    Decision<CaseFile, Happening> notInState(CaseCommand command) {
        return Decision.refused(
                "casework.not-in-state",
                "The command (%s) is not possible while the case is (%s)."
                        .formatted(
                                CommandName.of(command), file.state().getClass().getSimpleName()),
                "Reload the case and choose one of the commands it lists.");
    }

    static Decision<CaseFile, Happening> missingReason(CaseCommand command) {
        return new Decision.Refused<>(reasonMissing(command));
    }

    static Refusal reasonMissing(CaseCommand command) {
        return new Refusal(
                "casework.missing-reason",
                "The command (%s) needs words that say why.".formatted(CommandName.of(command)),
                "Write the reason and send it again.");
    }

    static Decision<CaseFile, Happening> missingDeadline(CaseCommand command) {
        return Decision.refused(
                "casework.missing-deadline",
                "The command (%s) needs a new clock, since the case had one."
                        .formatted(CommandName.of(command)),
                "Send the due time with the command.");
    }

    Decision<CaseFile, Happening> samePerson(String part, String other) {
        return Decision.refused(
                "casework.same-person",
                "The account (%s) is the %s of this case and cannot be its %s."
                        .formatted(by.actor().id(), other, part),
                "Let somebody else do it.");
    }

    /// Whether the one who asks found the problem; machines find and check alike.
    boolean byFinder() {
        return !by.machine() && file.facts().reporter().equals(by.actor().id());
    }

    boolean byHandler(Work work) {
        return !by.machine() && work.duty().handler().equals(by.actor().id());
    }

    Optional<Work> work() {
        return file.findWork();
    }
}
