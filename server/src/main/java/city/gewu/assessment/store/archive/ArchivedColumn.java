package city.gewu.assessment.store.archive;

import city.gewu.engine.indicator.Source;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.duckdb.DuckDBAppender;

/// One column on its way from PostgreSQL into a file.
///
/// @param select what PostgreSQL is asked for; a moment comes as microseconds of UTC
record ArchivedColumn(String name, Type type, String select) {

    private static final String KEY = "row_key";
    private static final Set<String> SUBJECTS =
            Set.of("department", "contractor", "team", "source", "category", "person");

    enum Type {
        WHOLE("bigint"),
        TEXT("varchar"),
        MOMENT("timestamp"),
        DAY("date");

        private final String duckdb;

        Type(String duckdb) {
            this.duckdb = duckdb;
        }
    }

    /// The key, what rows are gathered by, every level of the city, and what a definition may name.
    /// The rest is only for showing and stays in the house.
    static List<ArchivedColumn> of(Source source, List<String> levels, ResultSetMetaData rows)
            throws SQLException {
        var columns = new ArrayList<ArchivedColumn>();
        for (int i = 1; i <= rows.getColumnCount(); i++) {
            String name = rows.getColumnName(i);
            if (name.equals("places")) {
                for (int depth = 1; depth <= levels.size(); depth++) {
                    String unit = unit(levels.get(depth - 1));
                    columns.add(new ArchivedColumn(unit, Type.TEXT, "places[" + depth + "]"));
                }
            } else if (name.equals(KEY)
                    || SUBJECTS.contains(name)
                    || source.columns().contains(name)) {
                columns.add(of(name, rows.getColumnTypeName(i), source));
            }
        }
        return columns;
    }

    /// The column that holds the unit of a level.
    static String unit(String level) {
        return "unit_" + level.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    }

    private static ArchivedColumn of(String name, String type, Source source) {
        return switch (type) {
            case "int2", "int4", "int8" -> new ArchivedColumn(name, Type.WHOLE, name);
            case "text", "varchar" -> new ArchivedColumn(name, Type.TEXT, name);
            case "date" -> new ArchivedColumn(name, Type.DAY, name + " - date '1970-01-01'");
            case "timestamptz" ->
                    new ArchivedColumn(
                            name,
                            Type.MOMENT,
                            "cast(extract(epoch from %s) * 1000000 as bigint)".formatted(name));
            default ->
                    throw new IllegalStateException(
                            "The column (%s) of (%s) is of type (%s), which no engine is told of."
                                    .formatted(name, source.name(), type));
        };
    }

    String definition() {
        return name + " " + type.duckdb;
    }

    void append(ResultSet row, int place, DuckDBAppender to) throws SQLException {
        if (type == Type.TEXT) {
            String text = row.getString(place);
            if (text == null) {
                to.appendNull();
            } else {
                to.append(text);
            }
            return;
        }
        long number = row.getLong(place);
        if (row.wasNull()) {
            to.appendNull();
            return;
        }
        switch (type) {
            case WHOLE -> to.append(number);
            case DAY -> to.appendEpochDays((int) number);
            case MOMENT -> to.appendEpochMicros(number);
            case TEXT -> throw new IllegalStateException("A text is no number.");
        }
    }
}
