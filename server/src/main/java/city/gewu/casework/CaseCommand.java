package city.gewu.casework;

import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.worktime.Deadline;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What can be asked of a case. A clock comes in with the command, computed by whoever asks, so
/// that the rules stay pure.
public sealed interface CaseCommand {

    /// 当场处置: put right by the finder, with photos before and after; never a case.
    record FixOnSpot(List<PhotoId> after) implements CaseCommand {}

    /// 核实派发: somebody goes and looks before the problem is filed.
    record RequestVerification() implements CaseCommand {}

    /// 核实反馈.
    record ReportVerification(boolean confirmed, String note, List<PhotoId> photos)
            implements CaseCommand {}

    /// 受理.
    record Accept() implements CaseCommand {}

    /// 不予受理.
    ///
    /// @param answer what the reporter is told
    record RefuseAcceptance(RefusalGround ground, String answer) implements CaseCommand {}

    /// 并案: the same problem as another case.
    record Merge(CaseId into) implements CaseCommand {}

    /// 拆分: a merged case stands on its own again, where it stood before.
    record Split(String reason) implements CaseCommand {}

    /// 主案结果告知: a copy is told how its lead case ended. Said by the server, not by a person.
    ///
    /// @param lead number of the lead case
    /// @param outcome state it ended in, kebab case
    /// @param words the answer as it was written, or empty text
    record TellLeadEnded(String lead, String outcome, String words) implements CaseCommand {}

    /// 立案.
    record File(String category, Optional<String> condition) implements CaseCommand {}

    /// 不予立案.
    ///
    /// @param answer what the reporter is told
    record RefuseFiling(RefusalGround ground, String answer) implements CaseCommand {}

    /// 派遣: a lead department, assisting ones, and the clock; no clock when none was ever set.
    record Dispatch(String department, List<String> assisting, Optional<Deadline> deadline)
            implements CaseCommand {}

    /// 签收: the department takes the case up.
    record TakeUp() implements CaseCommand {}

    /// 内部交办: the department gives the case to one of its own people, and has taken it up with that.
    ///
    /// @param handler account id of the colleague
    record AssignInside(String handler) implements CaseCommand {}

    /// 退件: not ours; only before handling starts.
    record ReturnToDispatcher(String reason) implements CaseCommand {}

    /// 裁定: after too many returns, a binding dispatch with the record of who decided.
    record Arbitrate(String department, Optional<Deadline> deadline, String record)
            implements CaseCommand {}

    /// 协办完成.
    record ReportAssisted(String department, String note) implements CaseCommand {}

    /// 处置反馈.
    record ReportHandled(String note, List<PhotoId> after) implements CaseCommand {}

    /// 核查派发.
    record RequestCheck() implements CaseCommand {}

    /// 核查通过.
    record PassCheck(String note, List<PhotoId> photos) implements CaseCommand {}

    /// 核查不通过: the same department handles it again (返工), with a clock of its own.
    record FailCheck(String reason, List<PhotoId> photos, Optional<Deadline> deadline)
            implements CaseCommand {}

    /// 结案.
    record Close(String note) implements CaseCommand {}

    /// 申请延期: a longer clock, asked for before the case is overdue.
    record AskExtension(String reason) implements CaseCommand {}

    /// 批准延期.
    record GrantExtension(Deadline deadline) implements CaseCommand {}

    /// 申请挂账.
    record AskSuspension(String reason, LocalDate reviewOn) implements CaseCommand {}

    /// 批准挂账: the clock stands still.
    record GrantSuspension() implements CaseCommand {}

    /// 恢复.
    record Resume(Optional<Deadline> deadline) implements CaseCommand {}

    /// 不同意申请: whatever was asked for is declined.
    record DeclineRequest(String reason) implements CaseCommand {}

    /// 申请作废: somebody at a desk asks that a filed case be cancelled.
    record AskCancellation(String reason) implements CaseCommand {}

    /// 作废: of a filed case only what somebody asked for, so that nobody does it alone.
    record Cancel(String reason) implements CaseCommand {}

    /// 催办.
    record Urge(String message) implements CaseCommand {}

    /// 督办.
    record IssueSupervisionOrder(String message) implements CaseCommand {}

    /// 时限预警, 超期, 升级: raised by the clock, not by a person.
    record RaiseDeadline(DeadlineSignal signal) implements CaseCommand {}

    /// 申诉: a department asks for an overdue to be waived after closing.
    record Appeal(String reason) implements CaseCommand {}

    /// 申诉裁定: the raw fact stays beside the waiver.
    record DecideAppeal(boolean waived, String reason) implements CaseCommand {}

    enum DeadlineSignal {
        WARNING,
        OVERDUE,
        ESCALATION
    }
}
