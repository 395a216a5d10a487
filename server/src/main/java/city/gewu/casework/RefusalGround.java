package city.gewu.casework;

/// Why a report does not become a case (不予受理、不予立案理由).
public enum RefusalGround {
    /// 不属于城市管理职责
    NOT_OURS,
    /// 不在管辖区域
    OUTSIDE_AREA,
    /// 现场未发现
    NOT_FOUND,
    /// 未达到立案条件
    BELOW_CONDITION,
    /// 已处理完毕
    ALREADY_DONE,
    /// 已列入计划
    PLANNED,
    /// 位置或内容不清
    UNCLEAR,
    /// 民事纠纷或业主自治事项
    PRIVATE_MATTER
}
