package city.gewu.signin.store;

import static city.gewu.platform.Moments.instant;
import static city.gewu.platform.Moments.utc;

import city.gewu.signin.store.AccountStore.Account;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who is signed in, by the hash of the cookie.
@Repository
public class SessionStore {

    private static final String INSERT =
            """
            insert into signin.web_session (token_hash, account_id, started_at, last_seen_at)
            values (:hash, :account, :at, :at)
            """;

    private static final String FIND =
            """
            -- signin.find
            select session.started_at, session.last_seen_at,
              account.account_id, account.username, account.password_hash, account.one_time
            from signin.web_session session
            join signin.account account on account.account_id = session.account_id
            where session.token_hash = :hash
            """;

    private static final String SEEN =
            """
            update signin.web_session
            set last_seen_at = :at
            where token_hash = :hash
            """;

    private static final String DELETE =
            """
            delete from signin.web_session
            where token_hash = :hash
            """;

    private static final String DELETE_OTHERS =
            """
            delete from signin.web_session
            where account_id = :account
              and token_hash <> :hash
            """;

    private static final String DELETE_UNSEEN_SINCE =
            """
            delete from signin.web_session
            where last_seen_at < :at
            """;

    private final JdbcClient db;

    SessionStore(JdbcClient db) {
        this.db = db;
    }

    public void insert(byte[] hash, String account, Instant at) {
        db.sql(INSERT).param("hash", hash).param("account", account).param("at", utc(at)).update();
    }

    public Optional<StoredSession> find(byte[] hash) {
        return db.sql(FIND)
                .param("hash", hash)
                .query((row, _) ->
                        new StoredSession(
                                AccountStore.toAccount(row),
                                instant(row, "started_at"),
                                instant(row, "last_seen_at")))
                .optional();
    }

    public void seen(byte[] hash, Instant at) {
        db.sql(SEEN).param("hash", hash).param("at", utc(at)).update();
    }

    public void delete(byte[] hash) {
        db.sql(DELETE).param("hash", hash).update();
    }

    public void deleteOthers(String account, byte[] hash) {
        db.sql(DELETE_OTHERS).param("account", account).param("hash", hash).update();
    }

    public void deleteUnseenSince(Instant at) {
        db.sql(DELETE_UNSEEN_SINCE).param("at", utc(at)).update();
    }

    public record StoredSession(Account account, Instant startedAt, Instant lastSeenAt) {}
}
