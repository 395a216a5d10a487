package city.gewu.people;

import static city.gewu.people.GivenStaff.department;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrganisationTest {

    private final People people = new GivenStaff().people();

    @Test
    void organisationsStandInATree() {
        assertThat(people.isUnder("SQ", "CG")).isTrue();
        assertThat(people.isUnder("SQ", "SQ")).isTrue();
        assertThat(people.isUnder("CG", "SQ")).isFalse();
        assertThat(people.isUnder("PW", "CG")).isFalse();
        assertThat(people.isUnder("nobody", "nobody")).isFalse();
        assertThat(people.listUnder("DB"))
                .extracting(Department::code)
                .containsExactly("DB", "DBZ", "LQ", "SQ", "WX");
        assertThat(people.listUnder("nobody")).isEmpty();
    }

    @Test
    void nothingStandsUnderItself() {
        Refused.with(
                "people.circular-department",
                () -> people.saveDepartment(department("DB", "DB", "district")));
        people.saveDepartment(department("CG2", "CG", "bureau"));
        Refused.with(
                "people.circular-department",
                () -> people.saveDepartment(department("CG", "CG2", "bureau")));
        Refused.with(
                "people.circular-department",
                () ->
                        people.saveDepartments(
                                List.of(
                                        department("X", "Y", "unit"),
                                        department("Y", "Z", "unit"),
                                        department("Z", "X", "unit"))));
        assertThat(people.findDepartment("X")).isEmpty();
        assertThat(people.findDepartment("CG").orElseThrow().parent()).isEmpty();
    }

    @Test
    void aKindStandsOnlyWhereItBelongs() {
        for (var wrong :
                List.of(
                        department("N", "WX", "bureau"),
                        department("N", "SQ", "unit"),
                        department("N", "SZ", "street"),
                        department("N", "CG", "community"),
                        department("N", "DB", "district"))) {
            Refused.with("people.bad-parent", () -> people.saveDepartment(wrong));
        }
        // What stands below must still belong there.
        Refused.with(
                "people.bad-parent", () -> people.saveDepartment(department("LQ", "DB", "unit")));
        people.saveDepartment(department("N", "SQ", "contractor"));
    }

    @Test
    void anOrganisationAboveMustBeKnown() {
        Refused.with(
                "people.unknown-department",
                () -> people.saveDepartment(department("N", "nobody", "unit")));
        Refused.with(
                "people.bad-department",
                () -> people.saveDepartment(department("N", "", "ministry")));
        Refused.with(
                "people.bad-department", () -> people.saveDepartment(department(" ", "", "unit")));
    }

    @Test
    void theOrderOfSavingDoesNotMatter() {
        var chain = new ArrayList<Department>();
        for (int i = 1; i <= 60; i++) {
            chain.add(department("U" + i, i == 1 ? "CG" : "U" + (i - 1), "unit"));
        }
        Collections.shuffle(chain, new Random(7));
        people.saveDepartments(chain);
        assertThat(people.isUnder("U60", "CG")).isTrue();
        people.saveDepartments(chain.reversed());
        assertThat(people.listUnder("U30")).hasSize(31);
    }
}
