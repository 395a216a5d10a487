package city.gewu.signin.store;

import static city.gewu.platform.Moments.findInstant;
import static city.gewu.platform.Moments.utc;

import city.gewu.platform.Where;
import city.gewu.signin.Accounts.AccountSummary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Local accounts. Usernames are kept in lower case.
@Repository
public class AccountStore {

    private static final String INSERT =
            """
            insert into signin.account (
              account_id, username, password_hash, one_time, created_at, password_at)
            values (:id, :username, :passwordHash, true, :at, :at)
            on conflict do nothing
            """;

    private static final String FIND_BY_USERNAME =
            """
            select account.account_id, account.username, account.password_hash, account.one_time,
              account.disabled_at, factor.confirmed_at
            from signin.account account
            left join signin.second_factor factor on factor.account_id = account.account_id
            where account.username = :username
            """;

    private static final String FIND_BY_ID =
            """
            select account.account_id, account.username, account.password_hash, account.one_time,
              account.disabled_at, factor.confirmed_at
            from signin.account account
            left join signin.second_factor factor on factor.account_id = account.account_id
            where account.account_id = :id
            """;

    private static final String LIST_SUMMARIES =
            """
            select account.account_id, account.username, person.name, person.department
            from signin.account account
            join people.pub_person person on person.person_id = account.account_id
            order by account.username
            limit 100000
            """;

    private static final String LIST_STANDING =
            """
            select account.account_id, account.username, person.name, person.department,
              account.disabled_at, account.last_sign_in_at, factor.confirmed_at,
              (
                select count(*)
                from signin.web_session session
                where session.account_id = account.account_id
                  and session.ended_at is null
                  and session.last_seen_at > :seenAfter
              ) as sessions,
              (
                select count(*)
                from signin.bearer bearer
                where bearer.account_id = account.account_id
                  and bearer.kind = 'device'
              ) as devices
            from signin.account account
            join people.pub_person person on person.person_id = account.account_id
            left join signin.second_factor factor on factor.account_id = account.account_id
            where true
            /* filters */
            order by account.username
            limit :limit
            """;

    private static final String CHANGE_PASSWORD =
            """
            update signin.account
            set password_hash = :passwordHash,
              one_time = :oneTime,
              password_at = :at
            where account_id = :id
            """;

    private static final String SIGNED_IN =
            """
            update signin.account
            set last_sign_in_at = :at
            where account_id = :id
            """;

    private static final String DISABLE =
            """
            update signin.account
            set disabled_at = :at,
              disabled_reason = :reason
            where account_id = :id
            """;

    private final JdbcClient db;

    AccountStore(JdbcClient db) {
        this.db = db;
    }

    /// @param oneTime whether the password was made by the system and must be changed
    /// @param disabled whether nobody may sign in with it
    /// @param secondFactor whether a code is asked for besides the password
    public record Account(
            String id,
            String username,
            String passwordHash,
            boolean oneTime,
            boolean disabled,
            boolean secondFactor) {}

    /// How an account stands, for those who look after it.
    ///
    /// @param sessions how many are open
    /// @param devices how many phones are registered
    public record AccountStanding(
            String id,
            String username,
            String name,
            String department,
            boolean disabled,
            boolean secondFactor,
            Optional<Instant> lastSignInAt,
            int sessions,
            int devices) {}

    /// A new account has a one-time password. Answers whether it is new; a person who has one, or a
    /// username that is taken, changes nothing.
    public boolean insert(String id, String username, String passwordHash, Instant at) {
        return db.sql(INSERT)
                        .param("id", id)
                        .param("username", username)
                        .param("passwordHash", passwordHash)
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    public Optional<Account> findByUsername(String username) {
        return db.sql(FIND_BY_USERNAME)
                .param("username", username)
                .query((row, _) -> toAccount(row))
                .optional();
    }

    public Optional<Account> findById(String id) {
        return db.sql(FIND_BY_ID).param("id", id).query((row, _) -> toAccount(row)).optional();
    }

    public List<AccountSummary> listSummaries() {
        return db.sql(LIST_SUMMARIES)
                .query((row, _) ->
                        new AccountSummary(
                                row.getString("account_id"),
                                row.getString("username"),
                                row.getString("name"),
                                row.getString("department")))
                .list();
    }

    /// Accounts by username, from behind `after`.
    ///
    /// @param pattern part of a username or of a name, as `like` takes it
    /// @param seenAfter when a session must have been used to count as open
    public List<AccountStanding> listStanding(
            @Nullable String pattern, @Nullable String after, Instant seenAfter, int limit) {
        var where =
                new Where()
                        .and(
                                "(account.username like :pattern or person.name like :pattern)",
                                "pattern",
                                pattern)
                        .and("account.username > :after", "after", after);
        return db.sql(where.into(LIST_STANDING))
                .params(where.values())
                .param("seenAfter", utc(seenAfter))
                .param("limit", limit)
                .query((row, _) -> toStanding(row))
                .list();
    }

    public void changePassword(String id, String passwordHash, boolean oneTime, Instant at) {
        db.sql(CHANGE_PASSWORD)
                .param("id", id)
                .param("passwordHash", passwordHash)
                .param("oneTime", oneTime)
                .param("at", utc(at))
                .update();
    }

    public void signedIn(String id, Instant at) {
        db.sql(SIGNED_IN).param("id", id).param("at", utc(at)).update();
    }

    /// @param at since when; empty opens the account again
    public void disable(String id, Optional<Instant> at, String reason) {
        db.sql(DISABLE)
                .param("id", id)
                .param("at", at.map(moment -> utc(moment)).orElse(null))
                .param("reason", reason)
                .update();
    }

    static Account toAccount(ResultSet row) throws SQLException {
        return new Account(
                row.getString("account_id"),
                row.getString("username"),
                row.getString("password_hash"),
                row.getBoolean("one_time"),
                findInstant(row, "disabled_at").isPresent(),
                findInstant(row, "confirmed_at").isPresent());
    }

    private static AccountStanding toStanding(ResultSet row) throws SQLException {
        return new AccountStanding(
                row.getString("account_id"),
                row.getString("username"),
                row.getString("name"),
                row.getString("department"),
                findInstant(row, "disabled_at").isPresent(),
                findInstant(row, "confirmed_at").isPresent(),
                findInstant(row, "last_sign_in_at"),
                row.getInt("sessions"),
                row.getInt("devices"));
    }
}
