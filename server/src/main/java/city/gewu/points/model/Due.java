package city.gewu.points.model;

import city.gewu.platform.Named;
import java.time.Instant;
import java.util.Optional;

/// What has to stand in the ledger for one deed under one rule.
///
/// @param amount in hundredths of a point; 0 when a cap or a decision leaves nothing
/// @param about the case it opens onto
public record Due(
        EntryKey key, Instant at, int amount, Note note, Optional<Deed.About> about, Named words) {

    /// What an entry is kept under, so that one deed counts once.
    public record EntryKey(String person, String rule, String cause) {}

    /// Why an entry is not what its rule says.
    public enum Note {
        NONE,
        /// 当日上限
        DAY_CAP,
        /// 当日同一小类上限
        MINOR_CAP,
        /// 弄虚作假，积分取消
        FALSIFIED,
        /// 申诉成立
        OBJECTION,
        /// 情况变化后冲销
        NO_LONGER
    }
}
