package city.gewu.audit.store;

import static city.gewu.platform.Moments.utc;

import city.gewu.engine.ledger.CanonicalBytes;
import city.gewu.engine.ledger.Hash;
import city.gewu.engine.ledger.Hashing;
import city.gewu.engine.ledger.MerkleTree;
import city.gewu.platform.Moments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The seal of each finished day (UTC), chained to the seal before it, and the removal of days that
/// were kept long enough. A seal outlives its entries.
@Repository
public class AuditSeals {

    private static final int FETCH = 2000;
    private static final int MOST = 400;

    private static final String FIND_LAST =
            """
            select day, entries, first_seq, last_seq, last_hash, root, previous, removed_at
            from audit.day_seal
            order by day desc
            limit 1
            """;

    private static final String LIST =
            """
            select day, entries, first_seq, last_seq, last_hash, root, previous, removed_at
            from audit.day_seal
            where day >= :from
              and day <= :to
            order by day
            limit :limit
            """;

    private static final String FIND_LAST_REMOVED =
            """
            select day, entries, first_seq, last_seq, last_hash, root, previous, removed_at
            from audit.day_seal
            where removed_at is not null
            order by day desc
            limit 1
            """;

    private static final String FIND_NEXT =
            """
            -- audit.findNext
            select at
            from audit.entry
            where seq > :after
              and at < :until
            order by seq
            limit 1
            """;

    private static final String EACH_HASH =
            """
            -- audit.eachHash
            select seq, hash
            from audit.entry
            where at >= :from
              and at < :until
            order by at, seq
            """;

    private static final String INSERT =
            """
            insert into audit.day_seal
              (day, entries, first_seq, last_seq, last_hash, root, previous, sealed_at)
            values
              (:day, :entries, :firstSeq, :lastSeq, :lastHash, :root, :previous, :sealedAt)
            """;

    private static final String MARK_REMOVED =
            """
            update audit.day_seal
            set removed_at = :now
            where day < :before
              and removed_at is null
            """;

    private static final String DELETE_BEFORE =
            """
            -- audit.deleteBefore
            delete from audit.entry
            where at < :before
            """;

    private final JdbcClient db;
    private final AuditLog log;

    AuditSeals(JdbcClient db, AuditLog log) {
        this.db = db;
        this.log = log;
    }

    /// @param previous hash of the seal before it, which chains the days
    /// @param removed whether the entries of the day have been removed since
    public record Seal(
            LocalDate day,
            long entries,
            long firstSeq,
            long lastSeq,
            Hash lastHash,
            Hash root,
            Hash previous,
            boolean removed) {

        Hash hash(Hashing hashing) {
            return hashing.hash(
                    new CanonicalBytes()
                            .number(day.toEpochDay())
                            .number(entries)
                            .number(firstSeq)
                            .number(lastSeq)
                            .bytes(lastHash.bytes())
                            .bytes(root.bytes())
                            .bytes(previous.bytes()));
        }

        /// Whether it covers the same entries, whatever became of them.
        public boolean covers(Seal other) {
            return entries == other.entries
                    && firstSeq == other.firstSeq
                    && lastSeq == other.lastSeq
                    && lastHash.equals(other.lastHash)
                    && root.equals(other.root);
        }
    }

    public Optional<Seal> findLast() {
        return db.sql(FIND_LAST).query(AuditSeals::toSeal).optional();
    }

    /// The last day whose entries were removed; the rest of the log follows on it.
    public Optional<Seal> findLastRemoved() {
        return db.sql(FIND_LAST_REMOVED).query(AuditSeals::toSeal).optional();
    }

    /// At most 400.
    public List<Seal> list(LocalDate from, LocalDate to) {
        return db.sql(LIST)
                .param("from", from)
                .param("to", to)
                .param("limit", MOST)
                .query(AuditSeals::toSeal)
                .list();
    }

    /// The first day with an entry that no seal covers, if it is over before `until`.
    public Optional<LocalDate> findNextDay(Optional<Seal> last, Instant until) {
        return db.sql(FIND_NEXT)
                .param("after", last.map(Seal::lastSeq).orElse(0L))
                .param("until", utc(until))
                .query((row, _) -> Moments.instant(row, "at"))
                .optional()
                .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC));
    }

    /// The seal of the entries that the day has now.
    public Seal compute(LocalDate day, Hash previous) {
        var tree = new MerkleTree(log.hashing());
        var first = new AtomicLong();
        var last = new AtomicLong();
        var lastHash = new AtomicReference<>(Hash.ZERO);
        db.sql(EACH_HASH)
                .withFetchSize(FETCH)
                .param("from", utc(startOf(day)))
                .param("until", utc(startOf(day.plusDays(1))))
                .query(row -> {
                    var hash = Hash.of(row.getBytes("hash"));
                    tree.add(hash);
                    first.compareAndSet(0, row.getLong("seq"));
                    last.set(row.getLong("seq"));
                    lastHash.set(hash);
                });
        return new Seal(
                day,
                tree.leaves(),
                first.get(),
                last.get(),
                lastHash.get(),
                tree.root(),
                previous,
                false);
    }

    /// What the seal after this one carries.
    public Hash chained(Optional<Seal> last) {
        return last.map(seal -> seal.hash(log.hashing())).orElse(Hash.ZERO);
    }

    public void insert(Seal seal, Instant sealedAt) {
        db.sql(INSERT)
                .param("day", seal.day())
                .param("entries", seal.entries())
                .param("firstSeq", seal.firstSeq())
                .param("lastSeq", seal.lastSeq())
                .param("lastHash", seal.lastHash().bytes())
                .param("root", seal.root().bytes())
                .param("previous", seal.previous().bytes())
                .param("sealedAt", utc(sealedAt))
                .update();
    }

    /// Removes the entries of sealed days before `day`; answers how many entries that were.
    public int removeBefore(LocalDate day, Instant now) {
        int days = db.sql(MARK_REMOVED).param("before", day).param("now", utc(now)).update();
        return days == 0 ? 0 : db.sql(DELETE_BEFORE).param("before", utc(startOf(day))).update();
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Seal toSeal(ResultSet row, int number) throws SQLException {
        return new Seal(
                row.getObject("day", LocalDate.class),
                row.getLong("entries"),
                row.getLong("first_seq"),
                row.getLong("last_seq"),
                Hash.of(row.getBytes("last_hash")),
                Hash.of(row.getBytes("root")),
                Hash.of(row.getBytes("previous")),
                row.getObject("removed_at") != null);
    }
}
