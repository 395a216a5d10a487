package city.gewu.engagement.store;

import static city.gewu.platform.Moments.findInstant;
import static city.gewu.platform.Moments.instant;

import city.gewu.engagement.model.SentReport.Spot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Cases that anybody may look at.
@Repository
public class ShownCaseStore {

    private static final String FIND =
            """
            -- engagement.findShownCase
            select
              case_id, case_no, state, category, longitude, latitude, photos_before, photos_after,
              reported_at, dispatched_at, due_at, closed_at
            from casework.pub_shown_case
            where case_no = :number
            """;

    private final JdbcClient db;

    ShownCaseStore(JdbcClient db) {
        this.db = db;
    }

    /// @param dueAt the due time that judges
    public record ShownCase(
            long id,
            String number,
            String state,
            String category,
            Optional<Spot> position,
            List<String> before,
            List<String> after,
            Instant reportedAt,
            Optional<Instant> dispatchedAt,
            Optional<Instant> dueAt,
            Optional<Instant> closedAt) {}

    public Optional<ShownCase> find(String number) {
        return db.sql(FIND).param("number", number).query((row, _) -> read(row)).optional();
    }

    private static ShownCase read(ResultSet row) throws SQLException {
        return new ShownCase(
                row.getLong("case_id"),
                row.getString("case_no"),
                row.getString("state"),
                row.getString("category"),
                RowParts.findSpot(row),
                RowParts.texts(row, "photos_before"),
                RowParts.texts(row, "photos_after"),
                instant(row, "reported_at"),
                findInstant(row, "dispatched_at"),
                findInstant(row, "due_at"),
                findInstant(row, "closed_at"));
    }
}
