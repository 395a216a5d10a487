package city.gewu.privacy.store;

import static city.gewu.platform.Moments.utc;

import city.gewu.platform.Moments;
import city.gewu.privacy.model.SealedText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Wrapped keys. A key is active, then retiring while records still use it, then destroyed.
@Repository
public class KeyStore {

    private static final String HOLD =
            """
            select pg_advisory_xact_lock(4000)
            """;

    private static final String NEXT_ID =
            """
            select nextval('privacy.key_id') as key_id
            """;

    private static final String LIST =
            """
            select key_id, cipher, wrapped, state, created_at
            from privacy.data_key
            order by key_id
            """;

    private static final String COUNT_RECORDS =
            """
            select key_id, cipher, state, created_at, (
                select count(*)
                from privacy.record r
                where r.key_id = k.key_id
              ) as records
            from privacy.data_key k
            order by key_id desc
            limit 100
            """;

    private static final String INSERT =
            """
            insert into privacy.data_key (key_id, cipher, wrapped, state, created_at)
            values (:id, :cipher, :wrapped, 'active', :now)
            """;

    private static final String RETIRE_ACTIVE =
            """
            update privacy.data_key
            set state = 'retiring'
            where state = 'active'
            """;

    private static final String LOCK_RETIRING =
            """
            select key_id
            from privacy.data_key
            where state = 'retiring'
            order by key_id
            for update
            """;

    private static final String DESTROY_UNUSED =
            """
            update privacy.data_key k
            set state = 'destroyed',
              wrapped = null,
              destroyed_at = :now
            where k.state = 'retiring'
              and not exists (
                select 1
                from privacy.record r
                where r.key_id = k.key_id
              )
            """;

    private static final String FIND_INDEX_KEY =
            """
            select cipher, wrapped
            from privacy.index_key
            """;

    private static final String INSERT_INDEX_KEY =
            """
            insert into privacy.index_key (cipher, wrapped)
            values (:cipher, :wrapped)
            """;

    private final JdbcClient db;

    KeyStore(JdbcClient db) {
        this.db = db;
    }

    /// @param wrapped empty once the key is destroyed
    public record WrappedKey(
            int id, String cipher, Optional<SealedText> wrapped, String state, Instant createdAt) {

        public boolean active() {
            return state.equals("active");
        }
    }

    public record CountedKey(
            int id, String cipher, String state, Instant createdAt, long records) {}

    public record WrappedIndexKey(String cipher, SealedText wrapped) {}

    /// Keeps every other maker of keys out until the transaction ends.
    public void hold() {
        db.sql(HOLD).query((_, _) -> true).single();
    }

    public int nextId() {
        return db.sql(NEXT_ID).query(Integer.class).single();
    }

    public List<WrappedKey> list() {
        return db.sql(LIST).query(KeyStore::toKey).list();
    }

    /// Keys with how many records each has, newest first.
    public List<CountedKey> listCounted() {
        return db.sql(COUNT_RECORDS)
                .query((row, _) ->
                        new CountedKey(
                                row.getInt("key_id"),
                                row.getString("cipher"),
                                row.getString("state"),
                                Moments.instant(row, "created_at"),
                                row.getLong("records")))
                .list();
    }

    public void insertActive(int id, String cipher, SealedText wrapped, Instant now) {
        db.sql(INSERT)
                .param("id", id)
                .param("cipher", cipher)
                .param("wrapped", wrapped.bytes())
                .param("now", utc(now))
                .update();
    }

    /// Waits for those who are just writing under the active key; afterwards nobody can.
    public void retireActive() {
        db.sql(RETIRE_ACTIVE).update();
    }

    /// Destroys the keys that no record uses any more; answers how many. The lock comes in a
    /// statement of its own, so that what follows sees every record written before it.
    public int destroyUnused(Instant now) {
        db.sql(LOCK_RETIRING).query((row, _) -> row.getInt("key_id")).list();
        return db.sql(DESTROY_UNUSED).param("now", utc(now)).update();
    }

    public Optional<WrappedIndexKey> findIndexKey() {
        return db.sql(FIND_INDEX_KEY)
                .query((row, _) ->
                        new WrappedIndexKey(
                                row.getString("cipher"), SealedText.of(row.getBytes("wrapped"))))
                .optional();
    }

    public void insertIndexKey(String cipher, SealedText wrapped) {
        db.sql(INSERT_INDEX_KEY).param("cipher", cipher).param("wrapped", wrapped.bytes()).update();
    }

    private static WrappedKey toKey(ResultSet row, int number) throws SQLException {
        byte @Nullable [] wrapped = row.getBytes("wrapped");
        return new WrappedKey(
                row.getInt("key_id"),
                row.getString("cipher"),
                Optional.ofNullable(wrapped).map(SealedText::of),
                row.getString("state"),
                Moments.instant(row, "created_at"));
    }
}
