package city.gewu.component;

/// How a component stands (部件状态).
public enum ComponentState {
    /// 完好
    IN_USE,
    /// 破损
    DAMAGED,
    /// 拆除
    REMOVED
}
