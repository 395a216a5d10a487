package city.gewu.patrol.store;

import static city.gewu.platform.Moments.instant;

import city.gewu.engine.track.TrackPoint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Days of positions that are over for long, and the thinned tracks that stay of them.
@Repository
public class ArchiveStore {

    private static final String LIST_DAYS =
            """
            select to_date(right(part.relname, 8), 'YYYYMMDD') as day
            from pg_catalog.pg_inherits inherits
            join pg_catalog.pg_class part on part.oid = inherits.inhrelid
            where inherits.inhparent = 'patrol.position'::regclass
            order by day
            """;

    private static final String LIST_TURNS =
            """
            -- patrol.listTurnsOfDay
            select distinct duty_id
            from patrol.position
            where day = :day
            order by duty_id
            """;

    private static final String LIST_DAY =
            """
            -- patrol.listDay
            select duty_id, at, longitude, latitude, accuracy_m, mocked
            from patrol.position
            where day = :day
              and duty_id = any(:turns::bigint[])
            order by duty_id, at
            """;

    private static final String LOCK = "lock table patrol.position in share row exclusive mode";

    private static final String DROP_DAY = "select patrol.drop_day(:day)::text";

    private static final String SAVE =
            """
            -- patrol.saveTrack
            insert into patrol.track (
              day, duty_id, part, points, counting, metres, times, longitudes, latitudes)
            select :day, :turn, coalesce(max(part), 0) + 1, :points, :counting, :metres,
              :times::timestamptz[], :longitudes::float8[], :latitudes::float8[]
            from patrol.track
            where day = :day
              and duty_id = :turn
            """;

    private static final String LIST_TRACKS =
            """
            -- patrol.listTracks
            select t.duty_id, line.at, line.longitude, line.latitude
            from patrol.track t
            cross join lateral unnest(t.times, t.longitudes, t.latitudes)
              as line (at, longitude, latitude)
            where t.duty_id = any(:turns::bigint[])
              and t.day = :day
            order by t.duty_id, line.at
            """;

    private final JdbcClient db;

    ArchiveStore(JdbcClient db) {
        this.db = db;
    }

    /// @param points how many there were
    /// @param counting how many of them counted
    /// @param metres walked, as measured before thinning
    public record Thinned(
            long turn, int points, int counting, double metres, List<TrackPoint> line) {}

    /// Days that have positions, the oldest first.
    public List<LocalDate> listDays() {
        return db.sql(LIST_DAYS).query((row, _) -> row.getObject("day", LocalDate.class)).list();
    }

    /// Lets nobody write positions until the transaction ends.
    public void lock() {
        db.sql(LOCK).update();
    }

    /// Turns that have positions on a day.
    public List<Long> listTurns(LocalDate day) {
        return db.sql(LIST_TURNS)
                .param("day", day)
                .query((row, _) -> row.getLong("duty_id"))
                .list();
    }

    /// What some turns have of a day, by turn in the order of time.
    public Map<Long, List<TrackPoint>> listDay(LocalDate day, List<Long> turns) {
        var points = new LinkedHashMap<Long, List<TrackPoint>>();
        db.sql(LIST_DAY)
                .param("turns", turns.toArray(Long[]::new))
                .param("day", day)
                .query(row -> {
                    points.computeIfAbsent(row.getLong("duty_id"), _ -> new ArrayList<>())
                            .add(PositionStore.point(row));
                });
        return points;
    }

    public void save(LocalDate day, Thinned track) {
        db.sql(SAVE)
                .param("day", day)
                .param("turn", track.turn())
                .param("points", track.points())
                .param("counting", track.counting())
                .param("metres", track.metres())
                .param(
                        "times",
                        track.line().stream()
                                .map(point -> point.at().toString())
                                .toArray(String[]::new))
                .param(
                        "longitudes",
                        track.line().stream().map(TrackPoint::longitude).toArray(Double[]::new))
                .param(
                        "latitudes",
                        track.line().stream().map(TrackPoint::latitude).toArray(Double[]::new))
                .update();
    }

    public void dropDay(LocalDate day) {
        db.sql(DROP_DAY).param("day", day).query(String.class).optional();
    }

    /// Thinned tracks of some turns on a day, by turn in the order of time.
    public Map<Long, List<TrackPoint>> listTracks(LocalDate day, List<Long> turns) {
        var points = new LinkedHashMap<Long, List<TrackPoint>>();
        db.sql(LIST_TRACKS)
                .param("day", day)
                .param("turns", turns.toArray(Long[]::new))
                .query(row -> {
                    points.computeIfAbsent(row.getLong("duty_id"), _ -> new ArrayList<>())
                            .add(
                                    new TrackPoint(
                                            instant(row, "at"),
                                            row.getDouble("longitude"),
                                            row.getDouble("latitude"),
                                            0,
                                            false));
                });
        return points;
    }
}
