package city.gewu.engine.indicator;

/// What cases are gathered by. Each is a column of the canonical row; `unit` is the unit of the one
/// territory level that was asked for.
public enum Subject {
    DEPARTMENT("department"),
    LEVEL("unit"),
    SOURCE("source"),
    CATEGORY("category");

    /// Gathers the cases that belong to no subject.
    public static final String NONE = "-";

    private final String column;

    Subject(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}
