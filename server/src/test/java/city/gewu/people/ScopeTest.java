package city.gewu.people;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.platform.Right;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScopeTest {

    private static final People PEOPLE = new GivenStaff().people();

    @Test
    void whoHandlesSeesTheOwnOrganisationAndThoseUnderIt() {
        var scope = Scope.of(new Actor("p1", "李", Set.of(Post.HANDLER), "DB"), PEOPLE);
        assertThat(scope.covers("p2", List.of("DB"), List.of("D1"))).isTrue();
        assertThat(scope.covers("p2", List.of("SZ", "DBZ"), List.of("D1"))).isTrue();
        assertThat(scope.covers("p2", List.of("SZ"), List.of("D1"))).isFalse();
        assertThat(scope.covers("p2", List.of("CG"), List.of("D1"))).isFalse();
        assertThat(scope.coversDepartment("DBZ")).isTrue();
        assertThat(scope.coversDepartment("SZ")).isFalse();
    }

    @Test
    void whoWorksForADistrictSeesTheDistrict() {
        var post = new Mandate(Post.DISPATCHER, "", new Area("district", "D1", 1));
        var scope = Scope.of(new Actor("p1", "李", List.of(post), ""), PEOPLE);
        assertThat(scope.covers("p2", List.of(), List.of("D1", "S1"))).isTrue();
        assertThat(scope.covers("p2", List.of(), List.of("D2", "S1"))).isFalse();
        assertThat(scope.coversUnits(List.of("D1"))).isTrue();
        assertThat(scope.coversUnits(List.of("", "D1"))).isFalse();
    }

    @Test
    void everybodySeesWhatTheyReportedThemselves() {
        var citizen = Scope.of(new Actor("p1", "李", Set.of(Post.CITIZEN), ""), PEOPLE);
        assertThat(citizen.covers("p1", List.of(), List.of())).isTrue();
        assertThat(citizen.covers("p2", List.of("DB"), List.of("D1"))).isFalse();
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
}
