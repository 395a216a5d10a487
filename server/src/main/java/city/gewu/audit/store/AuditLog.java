package city.gewu.audit.store;

import city.gewu.audit.AuditEntry;
import city.gewu.engine.ledger.CanonicalBytes;
import city.gewu.engine.ledger.Hash;
import city.gewu.engine.ledger.Hashing;
import city.gewu.platform.Moments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The chain of entries. Writing, sealing and removing need a transaction that holds the chain.
@Repository
public class AuditLog {

    private static final int FETCH = 2000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String HOLD_CHAIN =
            """
            -- audit.holdChain
            select pg_advisory_xact_lock(1000)
            """;

    private static final String GET_HEAD =
            """
            -- audit.getHead
            (
              select seq, at, hash
              from audit.entry
              order by seq desc
              limit 1
            )
            union all
            (
              select last_seq as seq, sealed_at as at, last_hash as hash
              from audit.day_seal
              order by day desc
              limit 1
            )
            order by seq desc, at desc
            limit 1
            """;

    private static final String INSERT =
            """
            -- audit.insert
            insert into audit.entry
              (seq, at, actor, action, object, outcome, address, details, hash)
            select seq, at, actor, action, object, outcome, address, details, hash
            from unnest(
              cast(:seqs as bigint[]),
              cast(:ats as timestamptz[]),
              cast(:actors as text[]),
              cast(:actions as text[]),
              cast(:objects as text[]),
              cast(:outcomes as text[]),
              cast(:addresses as text[]),
              cast(:details as text[]),
              cast(:hashes as bytea[])
            ) as n (seq, at, actor, action, object, outcome, address, details, hash)
            """;

    private static final String EACH =
            """
            -- audit.each
            select seq, at, actor, action, object, outcome, address, details, hash
            from audit.entry
            where seq >= :from
            order by seq
            """;

    private final JdbcClient db;
    private final String digest;

    AuditLog(JdbcClient db, @Value("${gewu.ledger-digest:SHA-256}") String digest) {
        this.db = db;
        this.digest = digest;
    }

    /// Where the chain ends.
    public record Head(long seq, Instant at, Hash hash) {

        static final Head NONE = new Head(0, Instant.EPOCH, Hash.ZERO);
    }

    /// A digest of one's own, for one thread.
    public Hashing hashing() {
        return Hashing.named(digest);
    }

    /// Keeps every other writer of this database out until the transaction ends.
    public void holdChain() {
        db.sql(HOLD_CHAIN).query((_, _) -> true).single();
    }

    /// Appends the entries in their order. Time does not run backwards along the chain, whatever
    /// the clocks of two machines say.
    public void append(List<AuditEntry> entries, Instant now) {
        var head = head();
        var hashing = hashing();
        var bytes = new CanonicalBytes();
        var at = now.isBefore(head.at()) ? head.at() : now.truncatedTo(ChronoUnit.MICROS);
        var linked = new ArrayList<LoggedEntry>(entries.size());
        long seq = head.seq();
        var hash = head.hash();
        for (var entry : entries) {
            seq++;
            var next = unsealed(entry, seq, at);
            hash = hashing.link(hash, next.canonical(bytes));
            linked.add(next.sealed(hash));
        }
        insert(linked);
    }

    private static LoggedEntry unsealed(AuditEntry entry, long seq, Instant at) {
        return new LoggedEntry(
                seq,
                at,
                entry.actor(),
                entry.action(),
                entry.object(),
                entry.outcome(),
                entry.address(),
                JSON.writeValueAsString(new TreeMap<>(entry.details())),
                Hash.ZERO);
    }

    public Head head() {
        return db.sql(GET_HEAD)
                .query((row, _) ->
                        new Head(
                                row.getLong("seq"),
                                Moments.instant(row, "at"),
                                Hash.of(row.getBytes("hash"))))
                .optional()
                .orElse(Head.NONE);
    }

    private void insert(List<LoggedEntry> entries) {
        db.sql(INSERT)
                .param("seqs", column(entries, LoggedEntry::seq, Long[]::new))
                .param("ats", column(entries, entry -> entry.at().toString(), String[]::new))
                .param("actors", column(entries, LoggedEntry::actor, String[]::new))
                .param("actions", column(entries, LoggedEntry::action, String[]::new))
                .param("objects", column(entries, LoggedEntry::object, String[]::new))
                .param("outcomes", column(entries, LoggedEntry::outcome, String[]::new))
                .param("addresses", column(entries, LoggedEntry::address, String[]::new))
                .param("details", column(entries, LoggedEntry::details, String[]::new))
                .param("hashes", column(entries, entry -> entry.hash().bytes(), byte[][]::new))
                .update();
    }

    private static <T> T[] column(
            List<LoggedEntry> entries, Function<LoggedEntry, T> value, IntFunction<T[]> array) {
        return entries.stream().map(value).toArray(array);
    }

    /// Shows each entry from `from` on, with whether its hash follows from the one before it.
    public void each(long from, Hash previous, Consumer<Checked> checked) {
        var run = new Run(hashing(), previous, checked);
        db.sql(EACH).withFetchSize(FETCH).param("from", from).query(run::next);
    }

    /// @param follows whether the entry is what was recorded after the one before it
    public record Checked(LoggedEntry entry, boolean follows) {}

    private static final class Run {

        private final Hashing hashing;
        private final Consumer<Checked> checked;
        private final CanonicalBytes bytes = new CanonicalBytes();
        private Hash previous;

        Run(Hashing hashing, Hash previous, Consumer<Checked> checked) {
            this.hashing = hashing;
            this.previous = previous;
            this.checked = checked;
        }

        void next(ResultSet row) throws SQLException {
            var entry = LoggedEntry.read(row, 0);
            var computed = hashing.link(previous, entry.canonical(bytes));
            checked.accept(new Checked(entry, computed.equals(entry.hash())));
            previous = entry.hash();
        }
    }
}
