package city.gewu.patrol.store;

import static city.gewu.platform.Moments.instant;
import static city.gewu.platform.Moments.utc;

import city.gewu.engine.track.TrackPoint;
import city.gewu.patrol.model.Batch;
import city.gewu.patrol.model.Batch.Fate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Positions by day.
@Repository
public class PositionStore {

    private static final String SAVE_BATCHES =
            """
            -- patrol.saveBatches
            insert into patrol.position_batch (
              client_id, person_id, received_at, points, kept, marked, off_duty)
            select client_id, person_id, received_at, points, kept, marked, off_duty
            from unnest(
              :ids::uuid[], :people::text[], :moments::timestamptz[], :points::int[],
              :kept::int[], :marked::int[], :offDuty::int[])
              as n (client_id, person_id, received_at, points, kept, marked, off_duty)
            on conflict (client_id) do nothing
            returning client_id
            """;

    private static final String FIND_BATCH =
            """
            -- patrol.findBatch
            select person_id, points, kept, marked, off_duty
            from patrol.position_batch
            where client_id = :clientId
            """;

    private static final String KEEP_DAY = "select patrol.keep_day(:day)::text";

    private static final String LIST_POINTS =
            """
            -- patrol.listPoints
            select duty_id, at, longitude, latitude, accuracy_m, mocked
            from patrol.position
            where duty_id = any(:turns::bigint[])
              and day between :first and :last
            order by duty_id, at
            """;

    private static final String LIST_LATEST =
            """
            -- patrol.listLatest
            select d.duty_id, p.at, p.longitude, p.latitude, p.accuracy_m, p.mocked
            from unnest(:turns::bigint[]) as d (duty_id)
            join lateral (
              select at, longitude, latitude, accuracy_m, mocked
              from patrol.position
              where duty_id = d.duty_id
                and day between :first and :last
                and marks = 0
              order by at desc
              limit 1
            ) p on true
            """;

    private static final String FORGET_BATCHES =
            """
            delete from patrol.position_batch
            where received_at < :before
            """;

    private final JdbcClient db;
    private final PositionCopy copy;

    PositionStore(JdbcClient db, PositionCopy copy) {
        this.db = db;
        this.copy = copy;
    }

    /// A batch that was kept before.
    public record Known(String person, Fate fate) {}

    /// Makes room for the positions of a day.
    public void keepDay(LocalDate day) {
        db.sql(KEEP_DAY).param("day", day).query(String.class).optional();
    }

    /// Keeps those of the batches that are new, each whole; answers which. Needs a transaction.
    public Set<UUID> append(List<Batch> batches) {
        var added =
                new HashSet<>(
                        db.sql(SAVE_BATCHES)
                                .param(
                                        "ids",
                                        batches.stream().map(Batch::clientId).toArray(UUID[]::new))
                                .param(
                                        "people",
                                        batches.stream().map(Batch::person).toArray(String[]::new))
                                .param(
                                        "moments",
                                        batches.stream()
                                                .map(batch -> batch.receivedAt().toString())
                                                .toArray(String[]::new))
                                .param("points", counts(batches, Fate::points))
                                .param("kept", counts(batches, Fate::kept))
                                .param("marked", counts(batches, Fate::marked))
                                .param("offDuty", counts(batches, Fate::offDuty))
                                .query(UUID.class)
                                .list());
        copy.write(batches.stream().filter(batch -> added.contains(batch.clientId())).toList());
        return added;
    }

    private static Integer[] counts(List<Batch> batches, ToIntFunction<Fate> part) {
        return batches.stream().map(batch -> part.applyAsInt(batch.fate())).toArray(Integer[]::new);
    }

    public Optional<Known> findBatch(UUID clientId) {
        return db.sql(FIND_BATCH)
                .param("clientId", clientId)
                .query((row, _) ->
                        new Known(
                                row.getString("person_id"),
                                new Fate(
                                        row.getInt("points"),
                                        row.getInt("kept"),
                                        row.getInt("marked"),
                                        row.getInt("off_duty"))))
                .optional();
    }

    /// All points of some turns on some days, marked ones too, by turn in the order of time.
    public Map<Long, List<TrackPoint>> listPoints(
            Collection<Long> turns, LocalDate first, LocalDate last) {
        var points = new LinkedHashMap<Long, List<TrackPoint>>();
        db.sql(LIST_POINTS)
                .param("turns", turns.toArray(Long[]::new))
                .param("first", first)
                .param("last", last)
                .query(row -> {
                    points.computeIfAbsent(row.getLong("duty_id"), _ -> new ArrayList<>())
                            .add(point(row));
                });
        return points;
    }

    /// The last point without a mark of each turn.
    public Map<Long, TrackPoint> listLatest(
            Collection<Long> turns, LocalDate first, LocalDate last) {
        var points = new LinkedHashMap<Long, TrackPoint>();
        db.sql(LIST_LATEST)
                .param("turns", turns.toArray(Long[]::new))
                .param("first", first)
                .param("last", last)
                .query(row -> {
                    points.put(row.getLong("duty_id"), point(row));
                });
        return points;
    }

    /// Forgets that batches came before this moment; a phone keeps none so long.
    public int forgetBatches(Instant before) {
        return db.sql(FORGET_BATCHES).param("before", utc(before)).update();
    }

    static TrackPoint point(ResultSet row) throws SQLException {
        return new TrackPoint(
                instant(row, "at"),
                row.getDouble("longitude"),
                row.getDouble("latitude"),
                row.getDouble("accuracy_m"),
                row.getBoolean("mocked"));
    }
}
