package city.gewu.territory.store;

import city.gewu.platform.Moments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What other modules know of units: the people posted there and the cases reported there.
@Repository
public class UnitFigures {

    private static final String COUNT_POSTED =
            """
            select unit, count(distinct person_id) as people
            from people.pub_posting
            where level = :level
              and unit = any(:codes::text[])
              and first_day <= :day
              and (last_day is null or last_day >= :day)
            group by unit
            """;

    private static final String LIST_CASE_POSITIONS =
            """
            select longitude, latitude
            from casework.pub_case_position
            where reported_at >= :from
              and reported_at < :to
              and longitude between :west and :east
              and latitude between :south and :north
            limit 200000
            """;

    private final JdbcClient db;

    UnitFigures(JdbcClient db) {
        this.db = db;
    }

    /// People with a posting in force on the day, by the code they are posted to.
    public Map<String, Integer> countPosted(String level, List<String> codes, LocalDate day) {
        var people = new HashMap<String, Integer>();
        db.sql(COUNT_POSTED)
                .param("level", level)
                .param("codes", codes.toArray(String[]::new))
                .param("day", day)
                .query((ResultSet row) -> {
                    people.put(row.getString("unit"), row.getInt("people"));
                });
        return people;
    }

    /// Where cases were reported between the two moments.
    public List<Coordinate> listCasePositions(Instant from, Instant to, Envelope within) {
        return db.sql(LIST_CASE_POSITIONS)
                .param("from", Moments.utc(from))
                .param("to", Moments.utc(to))
                .param("west", within.getMinX())
                .param("east", within.getMaxX())
                .param("south", within.getMinY())
                .param("north", within.getMaxY())
                .query(UnitFigures::position)
                .list();
    }

    private static Coordinate position(ResultSet row, int number) throws SQLException {
        return new Coordinate(row.getDouble("longitude"), row.getDouble("latitude"));
    }
}
