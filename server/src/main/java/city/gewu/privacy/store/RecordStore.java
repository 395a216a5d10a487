package city.gewu.privacy.store;

import static city.gewu.platform.Moments.utc;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Encrypted records.
@Repository
public class RecordStore {

    private static final int MOST = 10_000;

    private static final String NEXT_IDS =
            """
            select nextval('privacy.record_id') as record_id
            from generate_series(1, :count)
            """;

    private static final String SAVE =
            """
            -- privacy.save
            with k as (
              select key_id
              from privacy.data_key
              where key_id = :keyId
                and state = 'active'
              for share
            )
            insert into privacy.record
              (record_id, kind, subject, key_id, sealed, phone_mark, kept_at, erase_after)
            select n.record_id, n.kind, n.subject, k.key_id, n.sealed, n.phone_mark, n.kept_at,
              n.erase_after
            from k
            cross join unnest(
              cast(:ids as bigint[]),
              cast(:kinds as text[]),
              cast(:subjects as text[]),
              cast(:sealed as bytea[]),
              cast(:phoneMarks as bytea[]),
              cast(:keptAt as timestamptz[]),
              cast(:eraseAfter as timestamptz[])
            ) as n (record_id, kind, subject, sealed, phone_mark, kept_at, erase_after)
            on conflict (kind, subject) do update
            set record_id = excluded.record_id,
              key_id = excluded.key_id,
              sealed = excluded.sealed,
              phone_mark = excluded.phone_mark,
              kept_at = excluded.kept_at,
              erase_after = excluded.erase_after
            """;

    private static final String FIND =
            """
            -- privacy.find
            select record_id, kind, subject, key_id, sealed, phone_mark, kept_at, erase_after
            from privacy.record
            where record_id = :id
            """;

    private static final String LIST_BY_SUBJECT =
            """
            -- privacy.listBySubject
            select record_id, kind, subject, key_id, sealed, phone_mark, kept_at, erase_after
            from privacy.record
            where kind = :kind
              and subject = any(cast(:subjects as text[]))
            """;

    private static final String LIST_BY_PHONE =
            """
            -- privacy.listByPhone
            select record_id, kind, subject, key_id, sealed, phone_mark, kept_at, erase_after
            from privacy.record
            where kind = :kind
              and phone_mark = :phoneMark
            order by record_id
            limit :limit
            """;

    private static final String LIST_SUBJECTS =
            """
            -- privacy.listSubjects
            select record_id, subject
            from privacy.record
            where kind = :kind
              and record_id > :after
              and kept_at < :keptBefore
            order by record_id
            limit :limit
            """;

    private static final String LIST_OVER =
            """
            -- privacy.listOver
            select record_id, subject
            from privacy.record
            where erase_after < :now
            order by erase_after
            limit :limit
            """;

    private static final String DELETE =
            """
            -- privacy.delete
            delete from privacy.record
            where record_id = any(cast(:ids as bigint[]))
            """;

    private final JdbcClient db;

    RecordStore(JdbcClient db) {
        this.db = db;
    }

    public record Subject(long id, String subject) {}

    public List<Long> nextIds(int count) {
        return db.sql(NEXT_IDS)
                .param("count", count)
                .query((row, _) -> row.getLong("record_id"))
                .list();
    }

    /// Saves records that are all sealed under one key; false, and nothing saved, when that key is
    /// not the active one any more.
    public boolean save(List<SealedRecord> records) {
        int saved =
                db.sql(SAVE)
                        .param("keyId", records.getFirst().keyId())
                        .param("ids", column(records, SealedRecord::id, Long[]::new))
                        .param("kinds", column(records, SealedRecord::kind, String[]::new))
                        .param("subjects", column(records, SealedRecord::subject, String[]::new))
                        .param("sealed", column(records, r -> r.sealed().bytes(), byte[][]::new))
                        .param("phoneMarks", nullable(records, RecordStore::mark, byte[][]::new))
                        .param("keptAt", column(records, r -> r.keptAt().toString(), String[]::new))
                        .param("eraseAfter", nullable(records, RecordStore::end, String[]::new))
                        .update();
        return saved > 0;
    }

    private static byte @Nullable [] mark(SealedRecord sealed) {
        return sealed.phoneMark().orElse(null);
    }

    private static @Nullable String end(SealedRecord sealed) {
        return sealed.eraseAfter().map(Instant::toString).orElse(null);
    }

    static <T> T[] column(
            List<SealedRecord> records, Function<SealedRecord, T> value, IntFunction<T[]> array) {
        return records.stream().map(value).toArray(array);
    }

    private static <T> @Nullable T[] nullable(
            List<SealedRecord> records,
            Function<SealedRecord, @Nullable T> value,
            IntFunction<@Nullable T[]> array) {
        @Nullable T[] values = array.apply(records.size());
        for (int i = 0; i < values.length; i++) {
            values[i] = value.apply(records.get(i));
        }
        return values;
    }

    public Optional<SealedRecord> find(long id) {
        return db.sql(FIND).param("id", id).query(SealedRecord::read).optional();
    }

    public List<SealedRecord> listBySubject(String kind, Collection<String> subjects) {
        return db.sql(LIST_BY_SUBJECT)
                .param("kind", kind)
                .param("subjects", subjects.toArray(String[]::new))
                .query(SealedRecord::read)
                .list();
    }

    public List<SealedRecord> listByPhone(String kind, byte[] phoneMark) {
        return db.sql(LIST_BY_PHONE)
                .param("kind", kind)
                .param("phoneMark", phoneMark)
                .param("limit", MOST)
                .query(SealedRecord::read)
                .list();
    }

    /// Subjects by the number of their record, of records kept before the moment.
    public List<Subject> listSubjects(String kind, Instant keptBefore, long after, int limit) {
        return db.sql(LIST_SUBJECTS)
                .param("kind", kind)
                .param("keptBefore", utc(keptBefore))
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> new Subject(row.getLong("record_id"), row.getString("subject")))
                .list();
    }

    /// Records whose own time is over.
    public List<Subject> listOver(Instant now, int limit) {
        return db.sql(LIST_OVER)
                .param("now", utc(now))
                .param("limit", limit)
                .query((row, _) -> new Subject(row.getLong("record_id"), row.getString("subject")))
                .list();
    }

    public int delete(List<Long> ids) {
        return db.sql(DELETE).param("ids", ids.toArray(Long[]::new)).update();
    }
}
