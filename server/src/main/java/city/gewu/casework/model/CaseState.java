package city.gewu.casework.model;

import city.gewu.casework.CaseId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// Where a case stands; each record holds exactly the facts of that state.
///
/// The groups are superstates: a rule for all of [Filed] covers the states added to it later.
public sealed interface CaseState {

    /// Before filing (立案): nobody is responsible yet and no clock runs.
    sealed interface Unfiled extends CaseState {}

    /// After filing: somebody owes an action.
    sealed interface Filed extends CaseState {
        Work work();
    }

    /// The dispatcher owes a department.
    sealed interface ToAssign extends Filed {}

    /// The department owes the handling.
    sealed interface AtDepartment extends Filed {}

    /// The department is done; the centre owes the check and the closing.
    sealed interface AfterHandling extends Filed {}

    /// Nobody owes anything any more.
    sealed interface Finished extends CaseState {
        Instant at();
    }

    /// 待受理
    record Reported() implements Unfiled {}

    /// 核实中
    record Verifying() implements Unfiled {}

    /// 待立案
    record Accepted() implements Unfiled {}

    /// 待派遣
    record ToDispatch(Work work) implements ToAssign {}

    /// 待裁定: returned too often to be dispatched like any other.
    record Arbitration(Work work) implements ToAssign {}

    /// 待签收
    record Dispatched(Work work) implements AtDepartment {}

    /// 处置中
    record Handling(Work work) implements AtDepartment {}

    /// 待核查
    record Handled(Work work) implements AfterHandling {}

    /// 核查中
    record Checking(Work work) implements AfterHandling {}

    /// 待结案
    record ToClose(Work work) implements AfterHandling {}

    /// 挂账: the clock stands still until the case returns to where it was.
    record Suspended(AtDepartment before, Instant since, String reason, LocalDate reviewOn)
            implements Filed {

        @Override
        public Work work() {
            return before.work();
        }
    }

    /// 已结案
    record Closed(Work work, Instant at, Appeal appeal) implements Finished {}

    /// 当场处置
    record FixedOnSpot(Instant at) implements Finished {}

    /// 不予受理
    record RefusedAcceptance(Instant at, String reason) implements Finished {}

    /// 不予立案
    record RefusedFiling(Instant at, String reason) implements Finished {}

    /// 已并案: a copy of another case, which alone has a clock.
    ///
    /// @param before where it stood, and stands again when it is split off
    /// @param told how the case it was merged into ended, once the reporter's copy was told so;
    ///   kebab case, or empty text
    record Merged(Instant at, CaseId into, Unfiled before, String told) implements Finished {}

    /// 已作废
    ///
    /// @param work empty when it was never filed
    record Cancelled(Instant at, String reason, Optional<Work> work) implements Finished {}

    /// What became of a department's wish to have an overdue waived (申诉). The overdue itself stays.
    enum Appeal {
        NONE,
        LODGED,
        WAIVED,
        UPHELD
    }
}
