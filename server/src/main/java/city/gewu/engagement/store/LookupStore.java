package city.gewu.engagement.store;

import static city.gewu.platform.Moments.utc;

import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Wishes to find one's reports by phone.
@Repository
public class LookupStore {

    private static final String ADD =
            """
            insert into engagement.lookup (lookup_id, phone_mark, code_mark, made_at, expires_at)
            values (:id, :phone, :code, :now, :expires)
            """;

    private static final String COUNT =
            """
            select count(*)
            from engagement.lookup
            where phone_mark = :phone
              and made_at > :since
            """;

    private static final String TRY =
            """
            update engagement.lookup
            set tries = tries + 1
            where lookup_id = :id
              and phone_mark = :phone
              and expires_at > :now
              and tries < :most
            returning code_mark
            """;

    private static final String FORGET =
            """
            delete from engagement.lookup
            where made_at < :before
            """;

    private static final String USE =
            """
            update engagement.lookup
            set expires_at = :now
            where lookup_id = :id
            """;

    private final JdbcClient db;

    LookupStore(JdbcClient db) {
        this.db = db;
    }

    /// Keyed marks of a phone and of the code that was sent to it.
    public record Marks(String phone, String code) {}

    public void add(UUID id, Marks marks, Instant now, Instant expires) {
        db.sql(ADD)
                .param("id", id)
                .param("phone", marks.phone())
                .param("code", marks.code())
                .param("now", utc(now))
                .param("expires", utc(expires))
                .update();
    }

    public int count(String phone, Instant since) {
        return db.sql(COUNT)
                .param("phone", phone)
                .param("since", utc(since))
                .query(Integer.class)
                .single();
    }

    /// Counts a try; whether the code is the one that was sent, and in time.
    public boolean isRight(UUID id, Marks marks, int most, Instant now) {
        return db.sql(TRY)
                .param("id", id)
                .param("phone", marks.phone())
                .param("most", most)
                .param("now", utc(now))
                .query(String.class)
                .optional()
                .filter(marks.code()::equals)
                .isPresent();
    }

    /// Lets a code that was right open nothing again.
    public void use(UUID id, Instant now) {
        db.sql(USE).param("id", id).param("now", utc(now)).update();
    }

    public void forget(Instant before) {
        db.sql(FORGET).param("before", utc(before)).update();
    }
}
