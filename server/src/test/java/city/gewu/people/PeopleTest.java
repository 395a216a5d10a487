package city.gewu.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.gewu.database.TestDatabase;
import city.gewu.database.TestModule;
import city.gewu.people.Staff.NewPerson;
import city.gewu.people.Staff.NewPosting;
import city.gewu.platform.Named;
import city.gewu.platform.RefusedException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeopleTest {

    private People people;
    private Staff staff;

    @BeforeEach
    void open() {
        var module =
                TestModule.start(
                        TestDatabase.fresh(),
                        Clock.systemUTC(),
                        "city.gewu.territory.store",
                        "city.gewu.territory.usecase",
                        "city.gewu.people.store",
                        "city.gewu.people.usecase");
        people = module.getBean(People.class);
        staff = module.getBean(Staff.class);
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
    void anActorHoldsThePostsOfTheDay() {
        var person = staff.savePerson(new NewPerson("li", "李受理", ""));
        staff.post(
                new NewPosting(
                        "li",
                        Post.INTAKE_CLERK,
                        "",
                        "",
                        "",
                        LocalDate.of(2020, 1, 1),
                        Optional.empty()));
        staff.post(
                new NewPosting(
                        "li",
                        Post.ASSESSOR,
                        "",
                        "",
                        "",
                        LocalDate.of(2020, 1, 1),
                        Optional.of(LocalDate.of(2020, 12, 31))));
        assertThat(people.findActor(person.id()))
                .contains(new Actor(person.id(), "李受理", Set.of(Post.INTAKE_CLERK), ""));
        assertThat(people.findActor("system:deadlines")).isEmpty();
    }

    @Test
    void anUnknownDepartmentIsRefused() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> staff.savePerson(new NewPerson("li", "李受理", "nobody")))
                .withMessageStartingWith("people.unknown-department");
    }
}
