package city.gewu.signin.store;

import static city.gewu.platform.Moments.findInstant;
import static city.gewu.platform.Moments.instant;
import static city.gewu.platform.Moments.utc;

import city.gewu.signin.store.AccountStore.Account;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who is signed in, by the hash of the cookie.
@Repository
public class SessionStore {

    private static final String INSERT =
            """
            insert into signin.web_session (
              token_hash, session_id, account_id, started_at, last_seen_at,
              address, agent, way, factor_shown)
            values (:hash, :id, :account, :at, :at, :address, :agent, :way, :factorShown)
            """;

    private static final String FIND =
            """
            -- signin.find
            select session.session_id, session.started_at, session.last_seen_at, session.ended_at,
              session.address, session.agent, session.way, session.factor_shown,
              account.account_id, account.username, account.password_hash, account.one_time,
              account.disabled_at, factor.confirmed_at
            from signin.web_session session
            join signin.account account on account.account_id = session.account_id
            left join signin.second_factor factor on factor.account_id = session.account_id
            where session.token_hash = :hash
            """;

    private static final String LIST_OPEN =
            """
            select session_id, started_at, last_seen_at, ended_at, address, agent, way, factor_shown
            from signin.web_session
            where account_id = :account
              and ended_at is null
              and last_seen_at > :seenAfter
            order by last_seen_at desc, session_id
            limit 200
            """;

    private static final String SEEN =
            """
            update signin.web_session
            set last_seen_at = :at,
              address = :address
            where token_hash = :hash
            """;

    private static final String SHOW_FACTOR =
            """
            update signin.web_session
            set factor_shown = true
            where session_id = :id
            """;

    private static final String END =
            """
            update signin.web_session
            set ended_at = :at
            where account_id = :account
              and session_id = :id
              and ended_at is null
            """;

    private static final String END_OTHERS =
            """
            update signin.web_session
            set ended_at = :at
            where account_id = :account
              and session_id <> :kept
              and ended_at is null
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

    /// Where somebody signs in from, and how.
    ///
    /// @param agent what the browser calls itself
    /// @param way `password` or `provider`
    /// @param factorShown whether a second factor was shown
    public record Opening(String address, String agent, String way, boolean factorShown) {}

    public record StoredSession(
            String id,
            Instant startedAt,
            Instant lastSeenAt,
            Optional<Instant> endedAt,
            Opening opening) {}

    public record AccountSession(Account account, StoredSession session) {}

    public void insert(byte[] hash, String id, String account, Opening opening, Instant at) {
        db.sql(INSERT)
                .param("hash", hash)
                .param("id", id)
                .param("account", account)
                .param("at", utc(at))
                .param("address", opening.address())
                .param("agent", opening.agent())
                .param("way", opening.way())
                .param("factorShown", opening.factorShown())
                .update();
    }

    public Optional<AccountSession> find(byte[] hash) {
        return db.sql(FIND)
                .param("hash", hash)
                .query((row, _) -> new AccountSession(AccountStore.toAccount(row), toSession(row)))
                .optional();
    }

    /// Sessions that have not been ended, the one used last first.
    public List<StoredSession> listOpen(String account, Instant seenAfter) {
        return db.sql(LIST_OPEN)
                .param("account", account)
                .param("seenAfter", utc(seenAfter))
                .query((row, _) -> toSession(row))
                .list();
    }

    public void seen(byte[] hash, String address, Instant at) {
        db.sql(SEEN).param("hash", hash).param("address", address).param("at", utc(at)).update();
    }

    public void showFactor(String id) {
        db.sql(SHOW_FACTOR).param("id", id).update();
    }

    /// Whether the account had such a session open.
    public boolean end(String account, String id, Instant at) {
        return db.sql(END).param("account", account).param("id", id).param("at", utc(at)).update()
                == 1;
    }

    /// Ends every session of the account but one; empty text keeps none.
    public void endOthers(String account, String kept, Instant at) {
        db.sql(END_OTHERS)
                .param("account", account)
                .param("kept", kept)
                .param("at", utc(at))
                .update();
    }

    public void deleteUnseenSince(Instant at) {
        db.sql(DELETE_UNSEEN_SINCE).param("at", utc(at)).update();
    }

    private static StoredSession toSession(ResultSet row) throws SQLException {
        return new StoredSession(
                row.getString("session_id"),
                instant(row, "started_at"),
                instant(row, "last_seen_at"),
                findInstant(row, "ended_at"),
                new Opening(
                        row.getString("address"),
                        row.getString("agent"),
                        row.getString("way"),
                        row.getBoolean("factor_shown")));
    }
}
