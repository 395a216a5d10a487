package city.gewu.engine.indicator;

/// Which cases of the source a period is about.
public enum PeriodRule {
    /// Those due in it, met or not: an untouched case counts as soon as its time is up.
    DUE_AT("due_at >= :from and due_at < :to"),
    FILED_AT("filed_at >= :from and filed_at < :to"),
    REPORTED_AT("reported_at >= :from and reported_at < :to"),
    CLOSED_AT("closed_at >= :from and closed_at < :to"),
    HANDLED_AT("handled_at >= :from and handled_at < :to"),
    /// Those open at the moment it ends.
    AS_OF_END("reported_at < :to and (ended_at is null or ended_at >= :to)");

    private final String sql;

    PeriodRule(String sql) {
        this.sql = sql;
    }

    /// The rule as a condition over the source.
    public String sql() {
        return sql;
    }
}
