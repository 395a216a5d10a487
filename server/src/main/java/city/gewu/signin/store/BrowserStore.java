package city.gewu.signin.store;

import static city.gewu.platform.Moments.utc;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Browsers in which somebody signed in before, by the hash of their cookie.
@Repository
public class BrowserStore {

    private static final String KNOWS =
            """
            select count(*)
            from signin.known_browser
            where token_hash = :hash
              and account_id = :account
            """;

    private static final String KNOWS_ANYBODY =
            """
            select count(*)
            from signin.known_browser
            where token_hash = :hash
            """;

    private static final String SAVE =
            """
            insert into signin.known_browser (token_hash, account_id, since, last_used_at)
            values (:hash, :account, :at, :at)
            on conflict (token_hash, account_id) do update
            set last_used_at = excluded.last_used_at
            """;

    private static final String DELETE_BEYOND =
            """
            delete from signin.known_browser
            where account_id = :account
              and token_hash in (
                select token_hash
                from signin.known_browser
                where account_id = :account
                order by last_used_at desc
                offset :kept
              )
            """;

    private static final String DELETE_ALL_OF =
            """
            delete from signin.known_browser
            where account_id = :account
            """;

    private static final String DELETE_UNUSED_SINCE =
            """
            delete from signin.known_browser
            where last_used_at < :at
            """;

    private final JdbcClient db;

    BrowserStore(JdbcClient db) {
        this.db = db;
    }

    public boolean knows(byte[] hash, String account) {
        return db.sql(KNOWS)
                        .param("hash", hash)
                        .param("account", account)
                        .query(Long.class)
                        .single()
                > 0;
    }

    public boolean knowsAnybody(byte[] hash) {
        return db.sql(KNOWS_ANYBODY).param("hash", hash).query(Long.class).single() > 0;
    }

    public void save(byte[] hash, String account, Instant at) {
        db.sql(SAVE).param("hash", hash).param("account", account).param("at", utc(at)).update();
    }

    /// Forgets all but the browsers of the account that were used last.
    public void deleteBeyond(String account, int kept) {
        db.sql(DELETE_BEYOND).param("account", account).param("kept", kept).update();
    }

    public void deleteAllOf(String account) {
        db.sql(DELETE_ALL_OF).param("account", account).update();
    }

    public void deleteUnusedSince(Instant at) {
        db.sql(DELETE_UNUSED_SINCE).param("at", utc(at)).update();
    }
}
