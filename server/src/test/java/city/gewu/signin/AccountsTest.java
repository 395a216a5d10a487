package city.gewu.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.gewu.database.TestDatabase;
import city.gewu.database.TestModule;
import city.gewu.people.Post;
import city.gewu.platform.RefusedException;
import city.gewu.signin.Accounts.NewAccount;
import java.time.Clock;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AccountsTest {

    private DataSource database;
    private Accounts accounts;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        accounts =
                TestModule.start(
                                database,
                                Clock.systemUTC(),
                                "city.gewu.territory.store",
                                "city.gewu.territory.usecase",
                                "city.gewu.people.store",
                                "city.gewu.people.usecase",
                                "city.gewu.signin.store",
                                "city.gewu.signin.usecase")
                        .getBean(Accounts.class);
    }

    @Test
    void thePasswordOfANewAccountIsGivenOnceAndKeptOnlyAsAHash() {
        var given = accounts.create(account("li", "")).orElseThrow();
        assertThat(given.password()).hasSizeGreaterThanOrEqualTo(14);
        assertThat(accounts.create(account("LI", ""))).isEmpty();
        assertThat(
                        JdbcClient.create(database)
                                .sql("select password_hash from signin.account")
                                .query(String.class)
                                .single())
                .startsWith("$argon2id$")
                .doesNotContain(given.password());
    }

    @Test
    void anUnknownDepartmentAndAStrangeUsernameAreRefused() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> accounts.create(account("li", "nobody")))
                .withMessageStartingWith("people.unknown-department");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> accounts.create(account("l i", "")))
                .withMessageStartingWith("signin.bad-username");
    }

    private static NewAccount account(String username, String department) {
        return new NewAccount(username, "李受理", Set.of(Post.INTAKE_CLERK), department);
    }
}
