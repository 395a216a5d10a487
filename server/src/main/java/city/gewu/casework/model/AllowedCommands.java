package city.gewu.casework.model;

import static city.gewu.casework.model.CommandForm.Field.optional;
import static city.gewu.casework.model.CommandForm.Field.required;

import city.gewu.casework.CaseCommand;
import city.gewu.casework.CaseCommand.Accept;
import city.gewu.casework.CaseCommand.Appeal;
import city.gewu.casework.CaseCommand.Arbitrate;
import city.gewu.casework.CaseCommand.AskCancellation;
import city.gewu.casework.CaseCommand.AskExtension;
import city.gewu.casework.CaseCommand.AskSuspension;
import city.gewu.casework.CaseCommand.AssignInside;
import city.gewu.casework.CaseCommand.Cancel;
import city.gewu.casework.CaseCommand.Close;
import city.gewu.casework.CaseCommand.DecideAppeal;
import city.gewu.casework.CaseCommand.DeclineRequest;
import city.gewu.casework.CaseCommand.Dispatch;
import city.gewu.casework.CaseCommand.FailCheck;
import city.gewu.casework.CaseCommand.File;
import city.gewu.casework.CaseCommand.FixOnSpot;
import city.gewu.casework.CaseCommand.GrantExtension;
import city.gewu.casework.CaseCommand.GrantSuspension;
import city.gewu.casework.CaseCommand.IssueSupervisionOrder;
import city.gewu.casework.CaseCommand.Merge;
import city.gewu.casework.CaseCommand.PassCheck;
import city.gewu.casework.CaseCommand.RaiseDeadline;
import city.gewu.casework.CaseCommand.RefuseAcceptance;
import city.gewu.casework.CaseCommand.RefuseFiling;
import city.gewu.casework.CaseCommand.ReportAssisted;
import city.gewu.casework.CaseCommand.ReportHandled;
import city.gewu.casework.CaseCommand.ReportVerification;
import city.gewu.casework.CaseCommand.RequestCheck;
import city.gewu.casework.CaseCommand.RequestVerification;
import city.gewu.casework.CaseCommand.Resume;
import city.gewu.casework.CaseCommand.ReturnToDispatcher;
import city.gewu.casework.CaseCommand.Split;
import city.gewu.casework.CaseCommand.TakeUp;
import city.gewu.casework.CaseCommand.TellLeadEnded;
import city.gewu.casework.CaseCommand.Urge;
import city.gewu.casework.CaseId;
import city.gewu.casework.RefusalGround;
import city.gewu.casework.model.CommandForm.Field;
import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.platform.Decision;
import city.gewu.worktime.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The commands a case lists for somebody. Nothing here knows a rule: a well-filled sample of each
/// command is put to [CaseRules], and the ones it would carry out are the answer.
public final class AllowedCommands {

    private static final PhotoId ANY_PHOTO = new PhotoId("0".repeat(64));
    private static final Duration ANY_TIME = Duration.ofDays(3650);

    private AllowedCommands() {}

    public static List<CommandForm> of(CaseFile file, By by) {
        return samples(file, by).stream()
                .filter(sample -> CaseRules.decide(file, sample, by) instanceof Decision.Moved)
                .map(sample -> new CommandForm(CommandName.of(sample), fields(sample)))
                .toList();
    }

    /// One of each command, in the order people meet them, filled in as this person would.
    static List<CaseCommand> samples(CaseFile file, By by) {
        var clock = Optional.of(later(by.now()));
        var photos = List.of(ANY_PHOTO);
        return List.of(
                new FixOnSpot(photos),
                new Accept(),
                new RequestVerification(),
                new ReportVerification(true, "-", photos),
                new RefuseAcceptance(RefusalGround.UNCLEAR, "-"),
                new Merge(new CaseId(file.id().value() + 1)),
                new Split("-"),
                new File(file.facts().category(), Optional.empty()),
                new RefuseFiling(RefusalGround.UNCLEAR, "-"),
                new Dispatch("-", List.of(), clock),
                new Arbitrate("-", clock, "-"),
                new TakeUp(),
                new AssignInside("-"),
                new ReturnToDispatcher("-"),
                new ReportAssisted(by.actor().department(), "-"),
                new ReportHandled("-", photos),
                new RequestCheck(),
                new PassCheck("-", photos),
                new FailCheck("-", photos, clock),
                new Close("-"),
                new AskExtension("-"),
                new GrantExtension(later(by.now())),
                new AskSuspension("-", by.today().plusDays(1)),
                new GrantSuspension(),
                new Resume(clock),
                new DeclineRequest("-"),
                new Urge("-"),
                new IssueSupervisionOrder("-"),
                new AskCancellation("-"),
                new Cancel("-"),
                new Appeal("-"),
                new DecideAppeal(true, "-"));
    }

    private static Deadline later(Instant now) {
        return Deadline.given(now, now.plus(ANY_TIME));
    }

    private static List<Field> fields(CaseCommand command) {
        return switch (command) {
            case FixOnSpot _ -> List.of(required("after", "photos"));
            case ReportVerification _ ->
                    List.of(
                            required("confirmed", "boolean"),
                            optional("note", "text"),
                            optional("photos", "photos"));
            case Merge _ -> List.of(required("into", "case"));
            case File _ ->
                    List.of(required("category", "category"), optional("condition", "condition"));
            case Dispatch _ ->
                    List.of(
                            required("department", "department"),
                            optional("assisting", "departments"));
            case Arbitrate _ ->
                    List.of(required("department", "department"), required("record", "reason"));
            case AssignInside _ -> List.of(required("handler", "colleague"));
            case ReportAssisted _ ->
                    List.of(required("department", "department"), optional("note", "text"));
            case ReportHandled _ -> List.of(optional("note", "text"), optional("after", "photos"));
            case PassCheck _ -> List.of(optional("note", "text"), optional("photos", "photos"));
            case FailCheck _ -> List.of(required("reason", "reason"), optional("photos", "photos"));
            case Close _ -> List.of(optional("note", "text"));
            case GrantExtension _ -> List.of(required("limit", "limit"));
            case AskSuspension _ ->
                    List.of(required("reason", "reason"), required("reviewOn", "date"));
            case Urge _, IssueSupervisionOrder _ -> List.of(required("message", "reason"));
            case DecideAppeal _ ->
                    List.of(required("waived", "boolean"), required("reason", "reason"));
            case RefuseAcceptance _, RefuseFiling _ ->
                    List.of(required("ground", "ground"), required("answer", "text"));
            case Split _,
                    ReturnToDispatcher _,
                    AskExtension _,
                    DeclineRequest _,
                    AskCancellation _,
                    Cancel _,
                    Appeal _ ->
                    List.of(required("reason", "reason"));
            case Accept _,
                    RequestVerification _,
                    TakeUp _,
                    RequestCheck _,
                    GrantSuspension _,
                    Resume _ ->
                    List.of();
            case RaiseDeadline _, TellLeadEnded _ -> List.of();
        };
    }
}
