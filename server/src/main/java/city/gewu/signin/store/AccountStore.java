package city.gewu.signin.store;

import static city.gewu.platform.Moments.utc;

import city.gewu.signin.Accounts.AccountSummary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Local accounts. Usernames are kept in lower case.
@Repository
public class AccountStore {

    private static final String INSERT =
            """
            insert into signin.account (
              account_id, username, password_hash, one_time, created_at, password_at)
            values (:id, :username, :passwordHash, :oneTime, :at, :at)
            on conflict (username) do nothing
            """;

    private static final String FIND_BY_USERNAME =
            """
            select account_id, username, password_hash, one_time
            from signin.account
            where username = :username
            """;

    private static final String LIST_SUMMARIES =
            """
            select account.account_id, account.username, person.name, person.department
            from signin.account account
            join people.pub_person person on person.person_id = account.account_id
            order by account.username
            limit 100000
            """;

    private static final String CHANGE_PASSWORD =
            """
            update signin.account
            set password_hash = :passwordHash,
              one_time = false,
              password_at = :at
            where account_id = :id
            """;

    private final JdbcClient db;

    AccountStore(JdbcClient db) {
        this.db = db;
    }

    /// @param oneTime whether the password was made by the system and must be changed
    public record Account(String id, String username, String passwordHash, boolean oneTime) {}

    /// Whether the account is new; a username that is taken changes nothing.
    public boolean insert(Account account, Instant at) {
        return db.sql(INSERT)
                        .param("id", account.id())
                        .param("username", account.username())
                        .param("passwordHash", account.passwordHash())
                        .param("oneTime", account.oneTime())
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

    public void changePassword(String id, String passwordHash, Instant at) {
        db.sql(CHANGE_PASSWORD)
                .param("id", id)
                .param("passwordHash", passwordHash)
                .param("at", utc(at))
                .update();
    }

    static Account toAccount(ResultSet row) throws SQLException {
        return new Account(
                row.getString("account_id"),
                row.getString("username"),
                row.getString("password_hash"),
                row.getBoolean("one_time"));
    }
}
