package city.gewu.appraisal.model;

/// Where the assessment of a month stands.
public enum MonthState {
    /// 未冻结: counted as it goes
    OPEN,
    /// 已冻结
    FROZEN,
    /// 公示中: appeals may come
    NOTICED,
    /// 已定稿
    FINAL,
    /// 已发布
    PUBLISHED
}
