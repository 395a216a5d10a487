package city.gewu.catalogue;

/// 部件 or 事件.
public enum CategoryKind {
    COMPONENT,
    INCIDENT
}
