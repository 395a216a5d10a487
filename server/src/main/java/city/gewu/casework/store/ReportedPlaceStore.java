package city.gewu.casework.store;

import city.gewu.platform.Moments;
import city.gewu.territory.ReportedPlaces;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tells the grid editor where problems were reported.
@Repository
class ReportedPlaceStore implements ReportedPlaces {

    private static final String LIST_REPORTED =
            """
            -- casework.listReported
            select longitude, latitude
            from casework.case_file
            where reported_at >= :from
              and reported_at < :to
              and longitude between :west and :east
              and latitude between :south and :north
            limit 200000
            """;

    private final JdbcClient db;

    ReportedPlaceStore(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Spot> listReported(Instant from, Instant to, Bounds within) {
        return db.sql(LIST_REPORTED)
                .param("from", Moments.utc(from))
                .param("to", Moments.utc(to))
                .param("west", within.west())
                .param("east", within.east())
                .param("south", within.south())
                .param("north", within.north())
                .query(ReportedPlaceStore::spot)
                .list();
    }

    private static Spot spot(ResultSet row, int number) throws SQLException {
        return new Spot(row.getDouble("longitude"), row.getDouble("latitude"));
    }
}
