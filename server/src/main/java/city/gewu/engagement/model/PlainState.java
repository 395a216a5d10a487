package city.gewu.engagement.model;

import city.gewu.platform.Named;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The states of a case in the few words a citizen needs (办理进度).
public enum PlainState {
    /// 待审看
    WAITING_FOR_LOOK("待审看", "Waiting for somebody to look"),
    /// 已收到
    RECEIVED("已收到", "Received"),
    /// 已受理
    ACCEPTED("已受理", "Accepted"),
    /// 处理中
    IN_HAND("处理中", "Being dealt with"),
    /// 待核查
    CHECKING("已处理，待核查", "Done, being checked"),
    /// 已办结
    SOLVED("已办结", "Solved"),
    /// 不予受理
    REFUSED("不予受理", "Not taken up"),
    /// 已撤销
    CANCELLED("已撤销", "Withdrawn");

    private final String zh;
    private final String en;

    PlainState(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public Named words() {
        return new Named(zh, en);
    }

    /// In kebab case: `in-hand`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Of a case in this state of the ledger; a copy is where its lead is, which the caller asks
    /// for.
    public static PlainState of(String state) {
        return switch (state) {
            case "REPORTED", "VERIFYING" -> RECEIVED;
            case "ACCEPTED", "TO_DISPATCH" -> ACCEPTED;
            case "HANDLED", "CHECKING", "TO_CLOSE" -> CHECKING;
            case "CLOSED", "FIXED_ON_SPOT" -> SOLVED;
            case "REFUSED_ACCEPTANCE", "REFUSED_FILING" -> REFUSED;
            case "CANCELLED" -> CANCELLED;
            default -> IN_HAND;
        };
    }

    /// What an event of the ledger means to the person; empty for what is the city's own affair.
    public static Optional<PlainState> ofEvent(String kind) {
        return switch (kind) {
            case "reported" -> Optional.of(RECEIVED);
            case "accepted" -> Optional.of(ACCEPTED);
            case "dispatched", "check-failed" -> Optional.of(IN_HAND);
            case "handled" -> Optional.of(CHECKING);
            case "closed", "fixed-on-spot" -> Optional.of(SOLVED);
            case "acceptance-refused", "filing-refused" -> Optional.of(REFUSED);
            case "cancelled" -> Optional.of(CANCELLED);
            default -> Optional.empty();
        };
    }

    public boolean isOver() {
        return List.of(SOLVED, REFUSED, CANCELLED).contains(this);
    }
}
