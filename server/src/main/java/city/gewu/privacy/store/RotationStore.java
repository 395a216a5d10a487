package city.gewu.privacy.store;

import static city.gewu.platform.Moments.utc;

import city.gewu.platform.Moments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Changes of the key, and the records that wait for theirs.
@Repository
public class RotationStore {

    private static final String START =
            """
            insert into privacy.rotation (key_id, total, started_at)
            select :keyId, (
                select count(*)
                from privacy.record
                where key_id <> :keyId
              ), :now
            where not exists (
              select 1
              from privacy.rotation
              where finished_at is null
            )
            """;

    private static final String FIND_LAST =
            """
            select rotation_id, key_id, total, done, started_at, finished_at
            from privacy.rotation
            order by rotation_id desc
            limit 1
            """;

    private static final String LOCK_WAITING =
            """
            -- privacy.lockWaiting
            select r.record_id, r.kind, r.subject, r.key_id, r.sealed, r.phone_mark, r.kept_at,
              r.erase_after
            from privacy.record r
            where r.key_id = any(array(
                select k.key_id
                from privacy.data_key k
                where k.state = 'retiring'
              ))
              and r.record_id > :after
            order by r.record_id
            limit :limit
            for update skip locked
            """;

    private static final String RESEAL =
            """
            -- privacy.reseal
            update privacy.record r
            set key_id = :keyId,
              sealed = n.sealed
            from unnest(cast(:ids as bigint[]), cast(:sealed as bytea[])) as n (record_id, sealed)
            where r.record_id = n.record_id
            """;

    private static final String ADD_DONE =
            """
            update privacy.rotation
            set done = done + :count
            where finished_at is null
            """;

    private static final String COUNT_WAITING =
            """
            select count(*)
            from privacy.record r
            join privacy.data_key k on k.key_id = r.key_id
            where k.state = 'retiring'
            """;

    private static final String FINISH =
            """
            update privacy.rotation
            set finished_at = :now
            where finished_at is null
            """;

    private final JdbcClient db;

    RotationStore(JdbcClient db) {
        this.db = db;
    }

    public record Rotation(
            int id,
            int keyId,
            long total,
            long done,
            Instant startedAt,
            Optional<Instant> finishedAt) {}

    /// False when one is running.
    public boolean start(int keyId, Instant now) {
        return db.sql(START).param("keyId", keyId).param("now", utc(now)).update() == 1;
    }

    public Optional<Rotation> findLast() {
        return db.sql(FIND_LAST).query(RotationStore::toRotation).optional();
    }

    /// The next records under a key that is retiring, held until the transaction ends; those that
    /// somebody else holds are passed over.
    public List<SealedRecord> lockWaiting(long after, int limit) {
        return db.sql(LOCK_WAITING)
                .param("after", after)
                .param("limit", limit)
                .query(SealedRecord::read)
                .list();
    }

    /// Puts the records under another key, and counts them.
    public void reseal(List<SealedRecord> records, int keyId) {
        db.sql(RESEAL)
                .param("keyId", keyId)
                .param("ids", RecordStore.column(records, SealedRecord::id, Long[]::new))
                .param(
                        "sealed",
                        RecordStore.column(records, r -> r.sealed().bytes(), byte[][]::new))
                .update();
        db.sql(ADD_DONE).param("count", records.size()).update();
    }

    public long countWaiting() {
        return db.sql(COUNT_WAITING).query(Long.class).single();
    }

    public void finish(Instant now) {
        db.sql(FINISH).param("now", utc(now)).update();
    }

    private static Rotation toRotation(ResultSet row, int number) throws SQLException {
        return new Rotation(
                row.getInt("rotation_id"),
                row.getInt("key_id"),
                row.getLong("total"),
                row.getLong("done"),
                Moments.instant(row, "started_at"),
                Moments.findInstant(row, "finished_at"));
    }
}
