package city.gewu.engine.indicator;

/// What rows are gathered by. Each is a column of the canonical row; `unit` is the unit of the one
/// territory level that was asked for, `person` whoever held the post in what the row tells.
public enum Subject {
    DEPARTMENT("department"),
    /// 外包企业: a department that works by contract
    CONTRACTOR("contractor"),
    /// 队伍: the organisation that sends somebody into the street
    TEAM("team"),
    LEVEL("unit"),
    SOURCE("source"),
    CATEGORY("category"),
    /// 监督员
    SUPERVISOR("person"),
    /// 受理员
    INTAKE_CLERK("person"),
    /// 值班长
    SHIFT_LEAD("person"),
    /// 派遣员
    DISPATCHER("person"),
    /// 核查员
    CHECKER("person");

    /// Gathers the rows that belong to no subject.
    public static final String NONE = "-";

    private final String column;

    Subject(String column) {
        this.column = column;
    }

    /// Whether it is somebody who holds a post.
    public boolean isPerson() {
        return column.equals("person");
    }

    String column() {
        return column;
    }
}
