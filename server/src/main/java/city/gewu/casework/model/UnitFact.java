package city.gewu.casework.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a ledger of the units counts (台账): cases to which it happened in the period while the unit
/// had them, and those that stand so now.
public enum UnitFact {
    /// 派遣: what everything else is measured against.
    DISPATCHED,
    /// 申请延期
    EXTENSION_ASKED,
    /// 批准延期
    EXTENSION_GRANTED,
    /// 申请挂账
    SUSPENSION_ASKED,
    /// 批准挂账
    SUSPENSION_GRANTED,
    /// 挂账中: suspended now, whenever that began.
    SUSPENDED_NOW,
    /// 挂账到期未复核: suspended now, and the day of its review has come.
    REVIEW_DUE,
    /// 申请作废
    CANCELLATION_ASKED,
    /// 作废
    CANCELLED,
    /// 退件
    RETURNED,
    /// 裁定
    ARBITRATED,
    /// 返工
    REWORKED,
    /// 申诉
    APPEALED,
    /// 申诉免责
    WAIVED,
    /// 催办
    URGED,
    /// 督办
    ORDERED;

    /// As it stands in a request and in the database: `extension_asked`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<UnitFact> findFact(String code) {
        return Arrays.stream(values()).filter(fact -> fact.code().equals(code)).findFirst();
    }

    /// What is counted beside the dispatches, in the order of the ledger.
    public static List<UnitFact> exceptions() {
        return Arrays.stream(values()).filter(fact -> fact != DISPATCHED).toList();
    }
}
