package city.gewu.facility;

/// How a facility stands (设施状态).
public enum FacilityState {
    /// 正常使用
    IN_USE,
    /// 暂停使用
    OUT_OF_SERVICE,
    /// 已撤除
    REMOVED
}
