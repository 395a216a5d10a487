package city.gewu.signin.store;

import static city.gewu.platform.Moments.findInstant;
import static city.gewu.platform.Moments.instant;
import static city.gewu.platform.Moments.utc;

import city.gewu.platform.Right;
import city.gewu.signin.store.AccountStore.Account;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tokens of scripts and of field phones, by their hash.
@Repository
public class BearerStore {

    private static final String INSERT =
            """
            insert into signin.bearer (
              bearer_id, kind, token_hash, account_id, name, rights, created_at, expires_at)
            values (:id, :kind, :hash, :account, :name, :rights, :at, :expiresAt)
            """;

    private static final String FIND =
            """
            -- signin.findBearer
            select bearer.bearer_id, bearer.name, bearer.rights, bearer.created_at,
              bearer.expires_at, bearer.last_used_at,
              account.account_id, account.username, account.password_hash, account.one_time,
              account.disabled_at, factor.confirmed_at
            from signin.bearer bearer
            join signin.account account on account.account_id = bearer.account_id
            left join signin.second_factor factor on factor.account_id = bearer.account_id
            where bearer.token_hash = :hash
            """;

    private static final String LIST =
            """
            select bearer_id, name, rights, created_at, expires_at, last_used_at
            from signin.bearer
            where account_id = :account
              and kind = :kind
            order by created_at desc, bearer_id
            limit 200
            """;

    private static final String COUNT =
            """
            select count(*)
            from signin.bearer
            where account_id = :account
              and kind = :kind
            """;

    private static final String USED =
            """
            update signin.bearer
            set last_used_at = :at
            where token_hash = :hash
            """;

    private static final String DELETE =
            """
            delete from signin.bearer
            where account_id = :account
              and kind = :kind
              and bearer_id = :id
            """;

    private static final String INVITE =
            """
            insert into signin.device_invitation (code_hash, account_id, expires_at)
            values (:hash, :account, :expiresAt)
            """;

    private static final String TAKE_INVITATION =
            """
            delete from signin.device_invitation
            where code_hash = :hash
              and expires_at > :at
            returning account_id
            """;

    private static final String DELETE_INVITATIONS_OF =
            """
            delete from signin.device_invitation
            where account_id = :account
               or expires_at < :at
            """;

    private final JdbcClient db;

    BearerStore(JdbcClient db) {
        this.db = db;
    }

    /// Who shows the token.
    public enum Kind {
        /// A script.
        TOKEN("token"),
        /// A field phone (移动终端).
        DEVICE("device");

        private final String column;

        Kind(String column) {
            this.column = column;
        }
    }

    /// @param expiresAt empty for a device, which is ended by hand
    public record Bearer(
            String id,
            String name,
            Set<Right> rights,
            Instant createdAt,
            Optional<Instant> expiresAt,
            Optional<Instant> lastUsedAt) {}

    public record AccountBearer(Account account, Bearer bearer) {}

    public void insert(Kind kind, byte[] hash, String account, Bearer bearer) {
        db.sql(INSERT)
                .param("id", bearer.id())
                .param("kind", kind.column)
                .param("hash", hash)
                .param("account", account)
                .param("name", bearer.name())
                .param("rights", bearer.rights().stream().map(Enum::name).toArray(String[]::new))
                .param("at", utc(bearer.createdAt()))
                .param("expiresAt", bearer.expiresAt().map(at -> utc(at)).orElse(null))
                .update();
    }

    public Optional<AccountBearer> find(byte[] hash) {
        return db.sql(FIND)
                .param("hash", hash)
                .query((row, _) -> new AccountBearer(AccountStore.toAccount(row), toBearer(row)))
                .optional();
    }

    public List<Bearer> list(Kind kind, String account) {
        return db.sql(LIST)
                .param("account", account)
                .param("kind", kind.column)
                .query((row, _) -> toBearer(row))
                .list();
    }

    public int count(Kind kind, String account) {
        return db.sql(COUNT)
                .param("account", account)
                .param("kind", kind.column)
                .query(Integer.class)
                .single();
    }

    public void used(byte[] hash, Instant at) {
        db.sql(USED).param("hash", hash).param("at", utc(at)).update();
    }

    /// Whether the account had one.
    public boolean delete(Kind kind, String account, String id) {
        return db.sql(DELETE)
                        .param("account", account)
                        .param("kind", kind.column)
                        .param("id", id)
                        .update()
                == 1;
    }

    /// Keeps an invitation in place of any other of the account.
    public void invite(byte[] hash, String account, Instant now, Instant expiresAt) {
        db.sql(DELETE_INVITATIONS_OF).param("account", account).param("at", utc(now)).update();
        db.sql(INVITE)
                .param("hash", hash)
                .param("account", account)
                .param("expiresAt", utc(expiresAt))
                .update();
    }

    /// Uses an invitation up; answers whose it was.
    public Optional<String> takeInvitation(byte[] hash, Instant now) {
        return db.sql(TAKE_INVITATION)
                .param("hash", hash)
                .param("at", utc(now))
                .query(String.class)
                .optional();
    }

    private static Bearer toBearer(ResultSet row) throws SQLException {
        var rights = (String[]) row.getArray("rights").getArray();
        return new Bearer(
                row.getString("bearer_id"),
                row.getString("name"),
                Arrays.stream(rights).map(Right::valueOf).collect(Collectors.toUnmodifiableSet()),
                instant(row, "created_at"),
                findInstant(row, "expires_at"),
                findInstant(row, "last_used_at"));
    }
}
