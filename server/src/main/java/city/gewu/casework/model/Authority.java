package city.gewu.casework.model;

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
import city.gewu.casework.ReportSource;
import city.gewu.people.Actor;
import city.gewu.people.Mandate;
import city.gewu.people.Post;
import city.gewu.people.Rights;
import city.gewu.platform.Refusal;
import city.gewu.platform.Right;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Which post may give which command, on which ground. The centre that supervises (监督中心) and the
/// one that commands (指挥中心) are two powers: who files and closes does not dispatch, and who
/// dispatches does not check.
public final class Authority {

    /// Where citizens report from themselves.
    private static final Set<ReportSource> PUBLIC =
            Set.of(ReportSource.CITIZEN_APP, ReportSource.WECHAT, ReportSource.WEB);

    private static final Set<Post> IN_THE_STREET = Set.of(Post.SUPERVISOR, Post.CHECKER);
    private static final Set<Post> INTAKE = Set.of(Post.INTAKE_CLERK);
    private static final Set<Post> LEAD = Set.of(Post.SHIFT_LEAD);
    private static final Set<Post> SPLITTING = Set.of(Post.INTAKE_CLERK, Post.SHIFT_LEAD);
    private static final Set<Post> DISPATCH = Set.of(Post.DISPATCHER);
    private static final Set<Post> HANDLER = Set.of(Post.HANDLER);
    private static final Set<Post> ASKING_CANCELLATION =
            Set.of(Post.INTAKE_CLERK, Post.DISPATCHER, Post.HANDLER);
    private static final Set<Post> GRANTING = Set.of(Post.SHIFT_LEAD, Post.DISPATCHER);
    private static final Set<Post> RESUMING = Set.of(Post.SHIFT_LEAD, Post.HANDLER);

    private Authority() {}

    /// Why this actor may not report a problem from this source.
    public static Optional<Refusal> findReportRefusal(Actor actor, ReportSource source) {
        boolean allowed =
                actor.holds(mandate ->
                        Rights.of(mandate.post()).contains(Right.REPORT_PROBLEMS)
                                && (mandate.post() != Post.CITIZEN || PUBLIC.contains(source)));
        return allowed ? Optional.empty() : Optional.of(notAllowed(actor, "report"));
    }

    static Optional<Refusal> findRefusal(Turn turn, CaseCommand command) {
        var by = turn.by();
        boolean allowed =
                by.machine()
                        ? command instanceof RaiseDeadline
                                || command instanceof TellLeadEnded
                                || by.actor().holds(byPost(command))
                        : by.actor().holds(byPost(command).and(counts(turn, command)));
        return allowed
                ? Optional.empty()
                : Optional.of(notAllowed(by.actor(), CommandName.of(command)));
    }

    private static Predicate<Mandate> byPost(CaseCommand command) {
        var posts = posts(command);
        return mandate -> posts.contains(mandate.post());
    }

    /// A mandate counts on its own ground, and a handler's for the organisation it is held in.
    private static Predicate<Mandate> counts(Turn turn, CaseCommand command) {
        var places = turn.file().facts().places();
        return mandate ->
                mandate.area().holds(places)
                        && (mandate.post() != Post.HANDLER
                                || mandate.department().equals(department(turn, command)));
    }

    private static Set<Post> posts(CaseCommand command) {
        return switch (command) {
            case FixOnSpot _, ReportVerification _, PassCheck _, FailCheck _ -> IN_THE_STREET;
            case RequestVerification _, Accept _, RefuseAcceptance _, Merge _, RequestCheck _ ->
                    INTAKE;
            case AskCancellation _ -> ASKING_CANCELLATION;
            case File _, RefuseFiling _, Close _, Cancel _, GrantSuspension _, DecideAppeal _ ->
                    LEAD;
            case Dispatch _, Arbitrate _, GrantExtension _, Urge _, IssueSupervisionOrder _ ->
                    DISPATCH;
            case TakeUp _,
                    AssignInside _,
                    ReturnToDispatcher _,
                    ReportAssisted _,
                    ReportHandled _,
                    AskExtension _,
                    AskSuspension _,
                    Appeal _ ->
                    HANDLER;
            case DeclineRequest _ -> GRANTING;
            case Resume _ -> RESUMING;
            case Split _ -> SPLITTING;
            case RaiseDeadline _, TellLeadEnded _ -> Set.of();
        };
    }

    /// Whether a case may be given to this colleague: a handler of the department that owes it, on
    /// its ground.
    public static boolean mayHandle(Actor colleague, CaseFile file) {
        String department = file.findWork().map(work -> work.duty().department()).orElse("");
        return colleague.holds(mandate ->
                mandate.post() == Post.HANDLER
                        && mandate.department().equals(department)
                        && mandate.area().holds(file.facts().places()));
    }

    private static String department(Turn turn, CaseCommand command) {
        return command instanceof ReportAssisted assisted
                ? assisted.department()
                : turn.work().map(work -> work.duty().department()).orElse("");
    }

    private static Refusal notAllowed(Actor actor, String command) {
        return new Refusal(
                "casework.not-allowed",
                "The account (%s) of department (%s) may not give the command (%s) here."
                        .formatted(actor.id(), actor.department(), command),
                "Let somebody with the right post do it.");
    }
}
