package city.gewu.casework.model;

import city.gewu.casework.CaseCommand.Accept;
import city.gewu.casework.CaseCommand.File;
import city.gewu.casework.CaseCommand.FixOnSpot;
import city.gewu.casework.CaseCommand.RefuseAcceptance;
import city.gewu.casework.CaseCommand.RefuseFiling;
import city.gewu.casework.CaseCommand.ReportVerification;
import city.gewu.casework.CaseCommand.RequestVerification;
import city.gewu.casework.RefusalGround;
import city.gewu.casework.model.CaseState.Accepted;
import city.gewu.casework.model.CaseState.Filed;
import city.gewu.casework.model.CaseState.Finished;
import city.gewu.casework.model.CaseState.FixedOnSpot;
import city.gewu.casework.model.CaseState.RefusedAcceptance;
import city.gewu.casework.model.CaseState.RefusedFiling;
import city.gewu.casework.model.CaseState.Reported;
import city.gewu.casework.model.CaseState.ToDispatch;
import city.gewu.casework.model.CaseState.Verifying;
import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.platform.Decision;
import java.util.List;
import java.util.stream.Collectors;

/// From the report to filing (受理、核实、立案), and the ways a problem never becomes a case.
final class FilingRules {

    private FilingRules() {}

    /// The finder put it right at once: counted apart, and only with photos before and after.
    static Decision<CaseFile, Happening> fixOnSpot(Turn turn, FixOnSpot command) {
        return switch (turn.state()) {
            case Reported _ when !turn.by().machine() && !turn.byFinder() ->
                    Decision.refused(
                            "casework.not-the-finder",
                            "The account (%s) did not find this problem."
                                    .formatted(turn.by().actor().id()),
                            "Let the finder (%s) say that it was put right on the spot."
                                    .formatted(turn.file().facts().reporter()));
            case Reported _ when !photographed(turn, command) ->
                    Decision.refused(
                            "casework.missing-photos",
                            "Photos before (%d) and after (%d): one of each is the least."
                                    .formatted(
                                            turn.file().facts().photos().before().size(),
                                            command.after().size()),
                            "Take both photos, or report the problem as a case.");
            case Reported _ ->
                    turn.to(
                            turn.file().facts().withAfter(command.after()),
                            new FixedOnSpot(turn.by().now()),
                            Happening.of("fixed-on-spot").with("photos", ids(command.after())));
            case Verifying _, Accepted _, Filed _, Finished _ -> turn.notInState(command);
        };
    }

    private static boolean photographed(Turn turn, FixOnSpot command) {
        return turn.by().machine()
                || (!command.after().isEmpty() && !turn.file().facts().photos().before().isEmpty());
    }

    static Decision<CaseFile, Happening> requestVerification(
            Turn turn, RequestVerification command) {
        return switch (turn.state()) {
            case Reported _ -> turn.to(new Verifying(), Happening.of("verification-requested"));
            case Verifying _, Accepted _, Filed _, Finished _ -> turn.notInState(command);
        };
    }

    /// 核实: confirmed, it waits for filing; not found, it is back with the clerk who decides.
    static Decision<CaseFile, Happening> reportVerification(Turn turn, ReportVerification command) {
        return switch (turn.state()) {
            case Verifying _ when turn.byFinder() -> turn.samePerson("verifier", "finder");
            case Verifying _ ->
                    turn.to(
                            turn.file().facts().withCheck(command.photos()),
                            command.confirmed() ? new Accepted() : new Reported(),
                            Happening.of("verification-reported")
                                    .with("confirmed", Boolean.toString(command.confirmed()))
                                    .with("note", command.note())
                                    .with("photos", ids(command.photos())));
            case Reported _, Accepted _, Filed _, Finished _ -> turn.notInState(command);
        };
    }

    static Decision<CaseFile, Happening> accept(Turn turn, Accept command) {
        return switch (turn.state()) {
            case Reported _ -> turn.to(new Accepted(), Happening.of("accepted"));
            case Verifying _, Accepted _, Filed _, Finished _ -> turn.notInState(command);
        };
    }

    static Decision<CaseFile, Happening> refuseAcceptance(Turn turn, RefuseAcceptance command) {
        return switch (turn.state()) {
            case Reported _ when command.answer().isBlank() -> missingAnswer();
            case Reported _ ->
                    turn.to(
                            new RefusedAcceptance(turn.by().now(), command.answer()),
                            refused("acceptance-refused", command.ground(), command.answer()));
            case Verifying _, Accepted _, Filed _, Finished _ -> turn.notInState(command);
        };
    }

    static Decision<CaseFile, Happening> file(Turn turn, File command) {
        return switch (turn.state()) {
            case Accepted _ ->
                    turn.to(
                            turn.file()
                                    .facts()
                                    .classified(command.category(), command.condition().orElse("")),
                            new ToDispatch(Work.filed(turn.by().now())),
                            Happening.of("filed")
                                    .with("category", command.category())
                                    .with("condition", command.condition().orElse("")));
            case Reported _, Verifying _, Filed _, Finished _ -> turn.notInState(command);
        };
    }

    static Decision<CaseFile, Happening> refuseFiling(Turn turn, RefuseFiling command) {
        return switch (turn.state()) {
            case Accepted _ when command.answer().isBlank() -> missingAnswer();
            case Accepted _ ->
                    turn.to(
                            new RefusedFiling(turn.by().now(), command.answer()),
                            refused("filing-refused", command.ground(), command.answer()));
            case Reported _, Verifying _, Filed _, Finished _ -> turn.notInState(command);
        };
    }

    private static Happening refused(String kind, RefusalGround ground, String answer) {
        return Happening.of(kind).with("ground", ground.name()).with("answer", answer);
    }

    private static Decision<CaseFile, Happening> missingAnswer() {
        return Decision.refused(
                "casework.missing-answer",
                "The reporter was given no answer.",
                "Write in a sentence or two what the reporter is told.");
    }

    static String ids(List<PhotoId> photos) {
        return photos.stream().map(PhotoId::value).collect(Collectors.joining(" "));
    }
}
