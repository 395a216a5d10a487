package city.gewu.engine.indicator;

import java.util.List;
import java.util.stream.Collectors;

/// Composes the statements over the canonical rows of a source. Their text comes from definitions
/// that were checked and from names fixed here; what a person asks for is only ever a parameter.
public final class FusedStatement {

    private FusedStatement() {}

    /// One pass for all: `subject`, then `n0, d0, n1, d1, …` in the order of the indicators.
    /// Subjects without a single row in scope do not appear.
    ///
    /// @param rows a select of the source's canonical rows in the engine's own SQL, with the
    ///   subject columns beside them
    public static String figures(List<Indicator> indicators, Subject subject, String rows) {
        var sql =
                new StringBuilder("-- assessment.figures\nselect\n  ")
                        .append(subjectOf(subject))
                        .append(" as subject");
        for (int i = 0; i < indicators.size(); i++) {
            var indicator = indicators.get(i);
            sql.append(sum(indicator.numeratorSql())).append(" as n").append(i);
            sql.append(indicator.denominatorSql().map(FusedStatement::sum).orElse(",\n  1"))
                    .append(" as d")
                    .append(i);
        }
        return sql.append(from(rows))
                .append("where ")
                .append(scopes(indicators))
                .append("\ngroup by ")
                .append(subjectOf(subject))
                .append('\n')
                .toString();
    }

    /// The rows behind one integer of one cell, with what each adds to it as `part`: those of
    /// `:subject` after `:after` in the order of their key, at most `:limit`.
    ///
    /// @param noSubject whether the cell is the one of rows that belong to no subject
    /// @param columns what to show of each row, the key first
    public static String rowsBehind(
            String partSql, Subject subject, boolean noSubject, List<String> columns, String rows) {
        String key = columns.getFirst();
        return "-- assessment.rowsBehind\nselect\n  "
                + String.join(",\n  ", columns)
                + ",\n  "
                + partSql
                + " as part"
                + from(rows)
                + behind(partSql, subject, noSubject)
                + "\n  and "
                + key
                + " > :after\norder by "
                + key
                + "\nlimit :limit\n";
    }

    /// How many rows stand behind one integer of one cell, and how many of them are so as a column
    /// says: `behind`, `told`.
    ///
    /// @param told name of a column that is true or false
    public static String countBehind(
            String partSql, Subject subject, boolean noSubject, String told, String rows) {
        return "-- assessment.countBehind\nselect\n  count(*) as behind,\n  count(*) filter (where "
                + told
                + ") as told"
                + from(rows)
                + behind(partSql, subject, noSubject)
                + "\n";
    }

    private static String behind(String partSql, Subject subject, boolean noSubject) {
        return "where "
                + (noSubject
                        ? "(%1$s is null or %1$s = '')".formatted(subject.column())
                        : subject.column() + " = :subject")
                + "\n  and "
                + partSql
                + " <> 0";
    }

    private static String subjectOf(Subject subject) {
        return "coalesce(nullif(%s, ''), '%s')".formatted(subject.column(), Subject.NONE);
    }

    private static String sum(String part) {
        return ",\n  cast(sum(" + part + ") as bigint)";
    }

    private static String from(String rows) {
        return "\nfrom (\n" + rows.strip().indent(2) + ") fact\n";
    }

    /// Rows outside every period rule add nothing; leaving them out lets an engine use indexes.
    private static String scopes(List<Indicator> indicators) {
        return indicators.stream()
                .map(indicator -> indicator.definition().period())
                .distinct()
                .map(rule -> "(" + rule.sql() + ")")
                .collect(Collectors.joining("\n  or "));
    }
}
