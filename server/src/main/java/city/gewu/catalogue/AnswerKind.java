package city.gewu.catalogue;

/// How a question of a category is answered.
public enum AnswerKind {
    /// 文字
    TEXT,
    /// 数字
    NUMBER,
    /// 是／否: `yes` or `no`
    YES_NO,
    /// 单选: code of a choice
    CHOICE
}
