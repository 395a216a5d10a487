package city.gewu.casework.store;

import city.gewu.engine.ledger.CanonicalBytes;
import city.gewu.engine.ledger.Hash;
import city.gewu.engine.ledger.Hashing;
import city.gewu.engine.ledger.MerkleTree;
import city.gewu.platform.Moments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The seal of each day: the Merkle root over the hashes of all events the ledger was told on it,
/// in the order of case and sequence, chained to the seal before it. Every method needs a
/// transaction.
@Repository
public class DaySeals {

    private static final int FETCH = 2000;

    private static final String HOLD =
            """
            select pg_advisory_xact_lock_shared(6000)
            """;

    private static final String AWAIT_WRITERS =
            """
            select pg_advisory_xact_lock(6000)
            """;

    private static final String FIND_LAST =
            """
            select day, events, root, previous
              from casework.day_seal
             order by day desc
             limit 1
            """;

    private static final String LIST_AFTER =
            """
            select day, events, root, previous
              from casework.day_seal
             where day > :day
             order by day
             limit :limit
            """;

    private static final String FIND =
            """
            select day, events, root, previous
              from casework.day_seal
             where day = :day
            """;

    private static final String FIND_BEFORE =
            """
            select day, events, root, previous
              from casework.day_seal
             where day < :day
             order by day desc
             limit 1
            """;

    /// When the events of a span of the world were told to the ledger: an import tells of years
    /// within a minute.
    private static final String LIST_RECORDED_DAYS =
            """
            select
              cast(recorded_at at time zone :zone as date) as day,
              count(*) as events
            from casework.case_event
            where at >= :from
              and at < :to
            group by 1
            order by 1
            """;

    private static final String FIND_NEXT_RECORDED =
            """
            -- casework.findNextRecorded
            select min(recorded_at) as recorded_at
              from casework.case_event
             where recorded_at >= :from
               and recorded_at < :until
            """;

    private static final String EACH_HASH =
            """
            -- casework.eachHash
            select hash
              from casework.case_event
             where recorded_at >= :from
               and recorded_at < :until
             order by case_id, seq
            """;

    private static final String INSERT =
            """
            insert into casework.day_seal (day, events, root, previous, sealed_at)
            values (:day, :events, :root, :previous, :sealedAt)
            """;

    private final JdbcClient db;
    private final CaseLedger ledger;

    DaySeals(JdbcClient db, CaseLedger ledger) {
        this.db = db;
        this.ledger = ledger;
    }

    /// @param events how many events the day has
    /// @param previous hash of the seal before it, which chains the days
    public record Seal(LocalDate day, long events, Hash root, Hash previous) {

        /// What the next seal carries.
        public Hash hash(Hashing hashing) {
            return hashing.hash(
                    new CanonicalBytes()
                            .number(day.toEpochDay())
                            .number(events)
                            .bytes(root.bytes())
                            .bytes(previous.bytes()));
        }
    }

    /// Says that a batch is being written whose events bear a time of before its end: no day is
    /// sealed until the transaction is over.
    public void hold() {
        db.sql(HOLD).query((_, _) -> true).single();
    }

    /// A day on which events of a span were recorded, and how many of them.
    public record RecordedDay(LocalDate day, long events) {}

    public List<RecordedDay> listRecordedDays(Instant from, Instant to, ZoneId zone) {
        return db.sql(LIST_RECORDED_DAYS)
                .param("zone", zone.getId())
                .param("from", Moments.utc(from))
                .param("to", Moments.utc(to))
                .query((row, _) ->
                        new RecordedDay(
                                row.getObject("day", LocalDate.class), row.getLong("events")))
                .list();
    }

    public Optional<Seal> find(LocalDate day) {
        return db.sql(FIND).param("day", day).query(DaySeals::toSeal).optional();
    }

    public Optional<Seal> findBefore(LocalDate day) {
        return db.sql(FIND_BEFORE).param("day", day).query(DaySeals::toSeal).optional();
    }

    public void awaitWriters() {
        db.sql(AWAIT_WRITERS).query((_, _) -> true).single();
    }

    public Optional<Seal> findLast() {
        return db.sql(FIND_LAST).query(DaySeals::toSeal).optional();
    }

    public List<Seal> listAfter(LocalDate day, int limit) {
        return db.sql(LIST_AFTER)
                .param("day", day)
                .param("limit", limit)
                .query(DaySeals::toSeal)
                .list();
    }

    /// When the first event was recorded in the span.
    public Optional<Instant> findNextRecorded(Instant from, Instant until) {
        return db.sql(FIND_NEXT_RECORDED)
                .param("from", Moments.utc(from))
                .param("until", Moments.utc(until))
                .query((row, _) -> Moments.findInstant(row, "recorded_at"))
                .single();
    }

    /// Computes the seal of the events recorded in the span.
    public Seal seal(LocalDate day, Instant from, Instant until, Hash previous) {
        var tree = new MerkleTree(ledger.hashing());
        db.sql(EACH_HASH)
                .withFetchSize(FETCH)
                .param("from", Moments.utc(from))
                .param("until", Moments.utc(until))
                .query(row -> {
                    tree.add(Hash.of(row.getBytes("hash")));
                });
        return new Seal(day, tree.leaves(), tree.root(), previous);
    }

    /// What the seal after this one must carry.
    public Hash chained(Optional<Seal> last) {
        return last.map(seal -> seal.hash(ledger.hashing())).orElse(Hash.ZERO);
    }

    public void insert(Seal seal, Instant sealedAt) {
        db.sql(INSERT)
                .param("day", seal.day())
                .param("events", seal.events())
                .param("root", seal.root().bytes())
                .param("previous", seal.previous().bytes())
                .param("sealedAt", Moments.utc(sealedAt))
                .update();
    }

    private static Seal toSeal(ResultSet row, int number) throws SQLException {
        return new Seal(
                row.getObject("day", LocalDate.class),
                row.getLong("events"),
                Hash.of(row.getBytes("root")),
                Hash.of(row.getBytes("previous")));
    }
}
