package city.gewu.people;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.platform.Named;
import city.gewu.platform.Right;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScopeTest {

    private static final List<Department> TREE =
            List.of(
                    department("bureau", ""),
                    department("roads", "bureau"),
                    department("potholes", "roads"),
                    department("parks", "bureau"));

    @Test
    void whoHandlesSeesTheOwnOrganisationAndThoseUnderIt() {
        var scope = Scope.of(new Actor("p1", "李", Set.of(Post.HANDLER), "roads"), TREE);
        assertThat(scope.covers("p2", List.of("roads"), List.of("D1"))).isTrue();
        assertThat(scope.covers("p2", List.of("parks", "potholes"), List.of("D1"))).isTrue();
        assertThat(scope.covers("p2", List.of("parks"), List.of("D1"))).isFalse();
        assertThat(scope.covers("p2", List.of("bureau"), List.of("D1"))).isFalse();
        assertThat(scope.coversDepartment("potholes")).isTrue();
        assertThat(scope.coversDepartment("parks")).isFalse();
    }

    @Test
    void whoWorksForADistrictSeesTheDistrict() {
        var post = new Mandate(Post.DISPATCHER, "", new Area("district", "D1", 1));
        var scope = Scope.of(new Actor("p1", "李", List.of(post), ""), TREE);
        assertThat(scope.covers("p2", List.of(), List.of("D1", "S1"))).isTrue();
        assertThat(scope.covers("p2", List.of(), List.of("D2", "S1"))).isFalse();
        assertThat(scope.coversUnits(List.of("D1"))).isTrue();
        assertThat(scope.coversUnits(List.of("", "D1"))).isFalse();
    }

    @Test
    void everybodySeesWhatTheyReportedThemselves() {
        var citizen = Scope.of(new Actor("p1", "李", Set.of(Post.CITIZEN), ""), TREE);
        assertThat(citizen.covers("p1", List.of(), List.of())).isTrue();
        assertThat(citizen.covers("p2", List.of("roads"), List.of("D1"))).isFalse();
    }

    @Test
    void theThreeAdministratorsShareNoRightButTheBasics() {
        var three =
                List.of(
                        Post.SYSTEM_ADMINISTRATOR,
                        Post.SECURITY_ADMINISTRATOR,
                        Post.AUDIT_ADMINISTRATOR);
        for (Post one : three) {
            for (Post other : three) {
                if (one != other) {
                    var shared = EnumSet.copyOf(Rights.of(one));
                    shared.retainAll(Rights.of(other));
                    assertThat(shared).isSubsetOf(Right.BASICS, Right.READ_PEOPLE);
                }
            }
            assertThat(Rights.of(one))
                    .doesNotContain(Right.READ_CASES, Right.ACT_ON_CASES, Right.OPEN_PERSONAL_DATA);
        }
    }

    @Test
    void everyRightIsSomebodys() {
        var held =
                EnumSet.allOf(Post.class).stream()
                        .flatMap(post -> Rights.of(post).stream())
                        .collect(Collectors.toSet());
        assertThat(held).containsExactlyInAnyOrder(Right.values());
    }

    private static Department department(String code, String parent) {
        return new Department(code, new Named(code, code), parent, "unit");
    }
}
