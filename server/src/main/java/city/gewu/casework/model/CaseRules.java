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
import city.gewu.platform.Decision;

/// Decides every move of a case. Pure: no clock, no database, no Spring.
///
/// The rules switch over [CaseState] without `default`, so that a new state does not compile before
/// every command has an answer for it.
public final class CaseRules {

    private CaseRules() {}

    public static Decision<CaseFile, Happening> decide(CaseFile file, CaseCommand command, By by) {
        var turn = new Turn(file, by);
        var refusal = Authority.findRefusal(turn, command);
        if (refusal.isPresent()) {
            return new Decision.Refused<>(refusal.get());
        }
        return switch (command) {
            case FixOnSpot c -> FilingRules.fixOnSpot(turn, c);
            case RequestVerification c -> FilingRules.requestVerification(turn, c);
            case ReportVerification c -> FilingRules.reportVerification(turn, c);
            case Accept c -> FilingRules.accept(turn, c);
            case RefuseAcceptance c -> FilingRules.refuseAcceptance(turn, c);
            case Merge c -> GroupRules.merge(turn, c);
            case Split c -> GroupRules.split(turn, c);
            case TellLeadEnded c -> GroupRules.tellLeadEnded(turn, c);
            case File c -> FilingRules.file(turn, c);
            case RefuseFiling c -> FilingRules.refuseFiling(turn, c);
            case Dispatch c -> DispatchRules.dispatch(turn, c);
            case TakeUp c -> DispatchRules.takeUp(turn, c);
            case AssignInside c -> HandlingRules.assignInside(turn, c);
            case ReturnToDispatcher c -> DispatchRules.returnToDispatcher(turn, c);
            case Arbitrate c -> DispatchRules.arbitrate(turn, c);
            case ReportAssisted c -> HandlingRules.reportAssisted(turn, c);
            case ReportHandled c -> HandlingRules.reportHandled(turn, c);
            case RequestCheck c -> CheckingRules.requestCheck(turn, c);
            case PassCheck c -> CheckingRules.passCheck(turn, c);
            case FailCheck c -> CheckingRules.failCheck(turn, c);
            case Close c -> CheckingRules.close(turn, c);
            case AskExtension c -> RequestRules.askExtension(turn, c);
            case GrantExtension c -> RequestRules.grantExtension(turn, c);
            case AskSuspension c -> RequestRules.askSuspension(turn, c);
            case GrantSuspension c -> RequestRules.grantSuspension(turn, c);
            case Resume c -> RequestRules.resume(turn, c);
            case DeclineRequest c -> RequestRules.declineRequest(turn, c);
            case AskCancellation c -> CancellationRules.ask(turn, c);
            case Cancel c -> CancellationRules.cancel(turn, c);
            case Urge c -> ExceptionRules.urge(turn, c);
            case IssueSupervisionOrder c -> ExceptionRules.issueSupervisionOrder(turn, c);
            case RaiseDeadline c -> ExceptionRules.raiseDeadline(turn, c);
            case Appeal c -> ExceptionRules.appeal(turn, c);
            case DecideAppeal c -> ExceptionRules.decideAppeal(turn, c);
        };
    }
}
