package city.gewu.engagement.store;

import city.gewu.engagement.model.SentReport.Spot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// What rows of reports and of cases have alike.
final class RowParts {

    private RowParts() {}

    /// Empty where nobody knows the place.
    static Optional<Spot> findSpot(ResultSet row) throws SQLException {
        double longitude = row.getDouble("longitude");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new Spot(longitude, row.getDouble("latitude")));
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
