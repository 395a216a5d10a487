package city.gewu.casework.store;

import city.gewu.casework.store.CaseColumn.Kind;
import city.gewu.engine.ledger.CanonicalBytes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One row of `casework.case_file` without its head, column by column: what is hashed, whatever the
/// state makes of it, so that a value which no state reads cannot be changed unseen either.
final class CaseRow {

    private static final CaseColumn[] COLUMNS = CaseColumn.values();

    private final Map<CaseColumn, Object> values = new EnumMap<>(CaseColumn.class);

    CaseRow() {
        for (var column : COLUMNS) {
            put(
                    column,
                    switch (column.kind()) {
                        case NUMBER -> 0L;
                        case TEXT -> "";
                        case TEXTS -> List.of();
                        case TRUTH -> false;
                        case NUMBER_OR_NULL, REAL, MOMENT, DAY -> null;
                    });
        }
    }

    private void put(CaseColumn column, @Nullable Object value) {
        if (value != null) {
            values.put(column, value);
        }
    }

    static CaseRow read(ResultSet row) throws SQLException {
        var read = new CaseRow();
        for (var column : COLUMNS) {
            read.put(column, value(row, column));
        }
        return read;
    }

    private static @Nullable Object value(ResultSet row, CaseColumn column) throws SQLException {
        var name = column.sqlName();
        return switch (column.kind()) {
            case NUMBER -> row.getLong(name);
            case NUMBER_OR_NULL -> {
                long number = row.getLong(name);
                yield row.wasNull() ? null : number;
            }
            case TEXT -> row.getString(name);
            case TEXTS -> Texts.list(row.getArray(name));
            case TRUTH -> row.getBoolean(name);
            case REAL -> {
                double real = row.getDouble(name);
                yield row.wasNull() ? null : real;
            }
            case MOMENT -> {
                var moment = row.getObject(name, OffsetDateTime.class);
                yield moment == null ? null : moment.toInstant();
            }
            case DAY -> row.getObject(name, LocalDate.class);
        };
    }

    CaseRow set(CaseColumn column, long number) {
        values.put(column, number);
        return this;
    }

    CaseRow set(CaseColumn column, String text) {
        values.put(column, Texts.checked(column.sqlName(), text));
        return this;
    }

    CaseRow set(CaseColumn column, List<String> texts) {
        texts.forEach(text -> Texts.checked(column.sqlName(), text));
        values.put(column, texts);
        return this;
    }

    CaseRow set(CaseColumn column, boolean truth) {
        values.put(column, truth);
        return this;
    }

    CaseRow set(CaseColumn column, double real) {
        values.put(column, real);
        return this;
    }

    /// Moments are kept to the microsecond, as the database does.
    CaseRow set(CaseColumn column, Instant moment) {
        values.put(column, moment.truncatedTo(ChronoUnit.MICROS));
        return this;
    }

    CaseRow set(CaseColumn column, LocalDate day) {
        values.put(column, day);
        return this;
    }

    long number(CaseColumn column) {
        return get(column, Long.class);
    }

    String text(CaseColumn column) {
        return get(column, String.class);
    }

    boolean truth(CaseColumn column) {
        return get(column, Boolean.class);
    }

    @SuppressWarnings("unchecked")
    List<String> texts(CaseColumn column) {
        return get(column, List.class);
    }

    Instant moment(CaseColumn column) {
        return get(column, Instant.class);
    }

    <T> Optional<T> find(CaseColumn column, Class<T> type) {
        return Optional.ofNullable(values.get(column)).map(type::cast);
    }

    private <T> T get(CaseColumn column, Class<T> type) {
        return find(column, type)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "Case (%s) has no (%s)."
                                        .formatted(
                                                values.get(CaseColumn.CASE_ID), column.sqlName())));
    }

    CanonicalBytes canonical(CanonicalBytes into) {
        into.clear();
        for (var column : COLUMNS) {
            write(values.get(column), column.kind(), into);
        }
        return into;
    }

    @SuppressWarnings("unchecked")
    private static void write(@Nullable Object value, Kind kind, CanonicalBytes into) {
        if (value == null) {
            into.absent();
            return;
        }
        switch (kind) {
            case NUMBER, NUMBER_OR_NULL -> into.number((Long) value);
            case TEXT -> into.text((String) value);
            case TEXTS -> into.texts((List<String>) value);
            case TRUTH -> into.truth((Boolean) value);
            case REAL -> into.real((Double) value);
            case MOMENT -> into.number(Texts.micros((Instant) value));
            case DAY -> into.number(((LocalDate) value).toEpochDay());
        }
    }

    /// The values as PostgreSQL reads them, for `COPY` and for arrays of rows.
    void write(RowText into) {
        for (var column : COLUMNS) {
            var value = values.get(column);
            if (value == null) {
                into.absent();
            } else if (value instanceof List<?> texts) {
                into.value(Texts.array(texts));
            } else {
                into.value(value.toString());
            }
        }
    }
}
