package city.gewu.engine.indicator;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which rows of the source a period is about.
public enum PeriodRule {
    /// Those due in it, met or not: an untouched case counts as soon as its time is up.
    DUE_AT("due_at >= :from and due_at < :to"),
    /// Those due in it, and those that were due before and were still to be handled when it began.
    DUE_OR_OWED("due_at < :to and (due_at >= :from or handled_at is null or handled_at >= :from)"),
    FILED_AT("filed_at >= :from and filed_at < :to"),
    REPORTED_AT("reported_at >= :from and reported_at < :to"),
    CLOSED_AT("closed_at >= :from and closed_at < :to"),
    HANDLED_AT("handled_at >= :from and handled_at < :to"),
    DONE_AT("done_at >= :from and done_at < :to"),
    STARTED_AT("started_at >= :from and started_at < :to"),
    RATED_AT("rated_at >= :from and rated_at < :to"),
    /// Those open at the moment it ends.
    AS_OF_END("reported_at < :to and (ended_at is null or ended_at >= :to)");

    private static final Pattern MOMENT = Pattern.compile("\\b[a-z]+_at\\b");

    private final String sql;

    PeriodRule(String sql) {
        this.sql = sql;
    }

    /// The rule as a condition over the source.
    public String sql() {
        return sql;
    }

    /// Name of a column that holds the answer, where it is worked out once for each row.
    String column() {
        return "in_" + name().toLowerCase(Locale.ROOT);
    }

    /// The moments a source must have for it.
    Set<String> columns() {
        return MOMENT.matcher(sql).results().map(it -> it.group()).collect(Collectors.toSet());
    }
}
