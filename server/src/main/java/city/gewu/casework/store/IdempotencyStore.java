package city.gewu.casework.store;

import static city.gewu.platform.Moments.instant;
import static city.gewu.platform.Moments.utc;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Requests that were taken under a key of the sender, and what they were answered.
@Repository
public class IdempotencyStore {

    private static final String CLAIM =
            """
            -- casework.claim
            insert into casework.idempotency (key, actor, request, made_at)
            values (:key, :actor, :request, :now)
            on conflict (key) do nothing
            """;

    private static final String FIND_CLAIM =
            """
            -- casework.findClaim
            select
              actor,
              request,
              answer,
              made_at
            from casework.idempotency
            where key = :key
            """;

    private static final String ANSWER =
            """
            -- casework.answer
            update casework.idempotency
            set answer = :answer
            where key = :key
            """;

    private static final String RELEASE =
            """
            -- casework.release
            delete from casework.idempotency
            where key = :key
              and answer = ''
            """;

    private static final String TAKE_OVER =
            """
            -- casework.takeOver
            update casework.idempotency
            set made_at = :now
            where key = :key
              and answer = ''
              and made_at = :before
            """;

    private static final String FORGET =
            """
            delete from casework.idempotency
            where made_at < :before
            """;

    private static final String FIND_REPORTED =
            """
            -- casework.findReported
            select
              f.case_id
            from casework.case_file f
            where f.reported_at >= :since
              and f.reporter = :actor
              and f.category = :category
              and f.description = :description
            order by f.reported_at, f.case_id
            limit 1
            """;

    private final JdbcClient db;

    IdempotencyStore(JdbcClient db) {
        this.db = db;
    }

    /// @param answer empty text while the request is being carried out
    public record Claim(String actor, byte[] request, String answer, Instant madeAt) {}

    /// Whether the key is ours now; false when it was used before.
    public boolean claim(UUID key, String actor, byte[] request, Instant now) {
        return db.sql(CLAIM)
                        .param("key", key)
                        .param("actor", actor)
                        .param("request", request)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    public Optional<Claim> findClaim(UUID key) {
        return db.sql(FIND_CLAIM)
                .param("key", key)
                .query((row, _) ->
                        new Claim(
                                row.getString("actor"),
                                row.getBytes("request"),
                                row.getString("answer"),
                                instant(row, "made_at")))
                .optional();
    }

    public void answer(UUID key, String answer) {
        db.sql(ANSWER).param("key", key).param("answer", answer).update();
    }

    /// Gives a key back whose request was refused, so that it may be corrected and sent again.
    public void release(UUID key) {
        db.sql(RELEASE).param("key", key).update();
    }

    /// Takes over a request that was never answered, because its server went away; false when
    /// somebody else just did.
    public boolean takeOver(UUID key, Instant before, Instant now) {
        return db.sql(TAKE_OVER)
                        .param("key", key)
                        .param("before", utc(before))
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    public int forget(Instant before) {
        return db.sql(FORGET).param("before", utc(before)).update();
    }

    /// A case that this person reported since then in these words: what an unanswered request may
    /// have left behind.
    public Optional<Long> findReported(
            String actor, String category, String description, Instant since) {
        return db.sql(FIND_REPORTED)
                .param("actor", actor)
                .param("category", category)
                .param("description", description)
                .param("since", utc(since))
                .query(Long.class)
                .optional();
    }
}
