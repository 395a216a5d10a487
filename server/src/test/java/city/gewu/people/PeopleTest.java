package city.gewu.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.gewu.database.TestDatabase;
import city.gewu.database.TestModule;
import city.gewu.people.People.NewAccount;
import city.gewu.platform.Named;
import city.gewu.platform.RefusedException;
import java.time.Clock;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PeopleTest {

    private DataSource database;
    private People people;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        people =
                TestModule.start(
                                database,
                                Clock.systemUTC(),
                                "city.gewu.people.store",
                                "city.gewu.people.usecase")
                        .getBean(People.class);
    }

    @Test
    void aDepartmentIsSavedAndChanged() {
        people.saveDepartment(new Department("pw", new Named("市政", "Public works"), "", "bureau"));
        people.saveDepartment(new Department("pw", new Named("市政局", "Public works"), "", "bureau"));
        assertThat(people.listDepartments())
                .containsExactly(
                        new Department("pw", new Named("市政局", "Public works"), "", "bureau"));
        assertThat(people.findDepartment("nobody")).isEmpty();
    }

    @Test
    void thePasswordOfANewAccountIsGivenOnceAndKeptOnlyAsAHash() {
        var given = people.createAccount(account("li", "")).orElseThrow();
        assertThat(given.password()).hasSizeGreaterThanOrEqualTo(14);
        assertThat(people.createAccount(account("LI", ""))).isEmpty();
        assertThat(
                        JdbcClient.create(database)
                                .sql("select password_hash from people.account")
                                .query(String.class)
                                .single())
                .startsWith("$argon2id$")
                .doesNotContain(given.password());
    }

    @Test
    void anActorIsFoundByItsAccount() {
        people.createAccount(account("li", ""));
        var id = people.listAccounts().getFirst().id();
        assertThat(people.findActor(id))
                .contains(new Actor(id, "李受理", Set.of(Post.INTAKE_CLERK), ""));
        assertThat(people.findActor("system:deadlines")).isEmpty();
    }

    @Test
    void anUnknownDepartmentAndAStrangeUsernameAreRefused() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> people.createAccount(account("li", "nobody")))
                .withMessageStartingWith("people.unknown-department");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> people.createAccount(account("l i", "")))
                .withMessageStartingWith("people.bad-username");
    }

    private static NewAccount account(String username, String department) {
        return new NewAccount(username, "李受理", Set.of(Post.INTAKE_CLERK), department);
    }
}
