package city.gewu.people.store;

import static city.gewu.platform.Moments.utc;

import city.gewu.people.Actor;
import city.gewu.people.Post;
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

/// Local accounts. Usernames are kept in lower case.
@Repository
public class AccountStore {

    private static final String INSERT =
            """
            insert into people.account (
              account_id, username, display_name, posts, department,
              password_hash, one_time, created_at, password_at)
            values (
              :id, :username, :displayName, :posts, :department,
              :passwordHash, :oneTime, :at, :at)
            on conflict (username) do nothing
            """;

    private static final String FIND_BY_USERNAME =
            """
            select account_id, username, display_name, posts, department, password_hash, one_time
            from people.account
            where username = :username
            """;

    private static final String FIND_BY_ID =
            """
            select account_id, username, display_name, posts, department, password_hash, one_time
            from people.account
            where account_id = :id
            """;

    private static final String LIST =
            """
            select account_id, username, display_name, posts, department, password_hash, one_time
            from people.account
            order by username
            limit 10000
            """;

    private static final String CHANGE_PASSWORD =
            """
            update people.account
            set password_hash = :passwordHash,
              one_time = false,
              password_at = :at
            where account_id = :id
            """;

    private final JdbcClient db;

    AccountStore(JdbcClient db) {
        this.db = db;
    }

    /// Whether the account is new; a username that is taken changes nothing.
    public boolean insert(Account account, Instant at) {
        var actor = account.actor();
        return db.sql(INSERT)
                        .param("id", actor.id())
                        .param("username", account.username())
                        .param("displayName", actor.displayName())
                        .param("posts", names(actor.posts()))
                        .param("department", actor.department())
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

    public Optional<Account> findById(String id) {
        return db.sql(FIND_BY_ID).param("id", id).query((row, _) -> toAccount(row)).optional();
    }

    public List<Account> list() {
        return db.sql(LIST).query((row, _) -> toAccount(row)).list();
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
                new Actor(
                        row.getString("account_id"),
                        row.getString("display_name"),
                        posts((String[]) row.getArray("posts").getArray()),
                        row.getString("department")),
                row.getString("username"),
                row.getString("password_hash"),
                row.getBoolean("one_time"));
    }

    private static String[] names(Set<Post> posts) {
        return posts.stream().sorted().map(Post::name).toArray(String[]::new);
    }

    private static Set<Post> posts(String[] names) {
        return Arrays.stream(names).map(Post::valueOf).collect(Collectors.toSet());
    }

    /// @param oneTime whether the password was made by the system and must be changed
    public record Account(Actor actor, String username, String passwordHash, boolean oneTime) {}
}
