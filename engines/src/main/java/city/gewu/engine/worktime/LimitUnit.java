package city.gewu.engine.worktime;

/// What a limit counts.
public enum LimitUnit {
    /// 紧急工作时: hours that run on through nights and holidays.
    URGENT_HOUR,
    /// 工作时: hours inside working periods only.
    WORK_HOUR,
    /// 工作日: working days.
    WORK_DAY,
    /// 紧急工作日: natural days.
    URGENT_DAY
}
