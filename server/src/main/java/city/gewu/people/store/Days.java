package city.gewu.people.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Days in and out of arrays and rows.
final class Days {

    private Days() {}

    /// As an element of an array of texts that is cast to dates.
    static @Nullable String text(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse(null);
    }

    static Optional<LocalDate> find(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    static LocalDate get(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
