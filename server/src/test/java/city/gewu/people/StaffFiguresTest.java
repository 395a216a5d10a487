package city.gewu.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.gewu.people.Staff.NewDeputy;
import city.gewu.people.Staff.NewPerson;
import city.gewu.people.StaffFigures.Figure;
import city.gewu.people.usecase.StaffDirectory;
import city.gewu.people.usecase.StaffDirectory.Question;
import city.gewu.platform.RefusedException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StaffFiguresTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);

    private final GivenStaff given = new GivenStaff();
    private final StaffFigures figures = given.bean(StaffFigures.class);

    @Test
    void officersCountFromTheirFirstDayToTheirLast() {
        officer("a", "2026-06-15/2026-06-15");
        officer("b", "2026-06-16");
        officer("c", "2024-01-01/2026-06-14");
        officer("d", "2024-01-01");
        assertThat(figure(StaffFigures.COMMUNITY_OFFICERS, DAY).numerator()).isEqualTo(2);
        assertThat(figure(StaffFigures.COMMUNITY_OFFICERS, DAY.plusDays(1)).numerator())
                .isEqualTo(2);
        assertThat(figure(StaffFigures.COMMUNITY_OFFICERS, DAY.minusDays(1)).numerator())
                .isEqualTo(2);
        assertThat(figure(StaffFigures.COMMUNITY_OFFICERS, LocalDate.of(2023, 12, 31)).value())
                .isEqualByComparingTo("0");
    }

    @Test
    void anOfficerInTwoStreetsIsOneAndADeputyIsNone() {
        officer("a", "2024-01-01");
        var inA1 =
                given.postAt(
                        "a", Post.COMMUNITY_GRID_OFFICER, "street", "A1", "2024-01-01/2026-12-31");
        given.person("b", "SQ");
        given.staff().nameDeputy(inA1.id(), new NewDeputy("b", DAY, DAY));
        assertThat(figure(StaffFigures.COMMUNITY_OFFICERS, DAY).numerator()).isEqualTo(1);
        assertThat(behind(StaffFigures.COMMUNITY_OFFICERS, DAY)).containsExactly("a");
    }

    @Test
    void aFigureNobodyKnowsIsRefused() {
        assertThatThrownBy(() -> behind("moon", DAY))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.refusal().code()).isEqualTo("people.unknown-figure"));
    }

    @Test
    void theForceIsWhoServesInTheBureausAndTheirUnits() {
        given.person("bureau", "CG");
        given.person("centre", "SZ");
        given.person("district", "DB");
        given.person("team", "DBZ");
        given.person("street", "LQ");
        given.person("utility", "PW");
        given.person("contractor", "WX");
        serving("gone", "DBZ", "2024-01-01", "2026-06-14");
        serving("coming", "DBZ", "2026-06-16", "2026-12-31");
        serving("last", "DBZ", "2024-01-01", "2026-06-15");
        given.postAt("team", Post.SUPERVISOR, "duty_grid", "G1", "2024-01-01");
        given.postAt("team", Post.SUPERVISOR, "duty_grid", "G2", "2024-01-01");
        given.postAt("last", Post.SUPERVISOR, "duty_grid", "G2", "2026-06-15/2026-06-15");
        given.postAt("centre", Post.SUPERVISOR, "street", "A1", "2024-01-01");
        given.postAt("street", Post.SUPERVISOR, "duty_grid", "G1", "2024-01-01");
        var share = figure(StaffFigures.FORCE_IN_GRIDS, DAY);
        assertThat(share.numerator()).isEqualTo(2);
        assertThat(share.denominator()).isEqualTo(5);
        assertThat(share.value()).isEqualByComparingTo("0.4");
        assertThat(figure(StaffFigures.FORCE_IN_GRIDS, DAY.plusDays(1)))
                .extracting(Figure::numerator, Figure::denominator)
                .containsExactly(1L, 5L);
        assertThat(behind(StaffFigures.FORCE_IN_GRIDS, DAY)).containsExactly("last", "team");
        assertThat(behind(StaffFigures.FORCE_IN_GRIDS, DAY.plusDays(1))).containsExactly("team");
    }

    @Test
    void aCityWithoutPeopleHasNoForce() {
        assertThat(figure(StaffFigures.FORCE_IN_GRIDS, DAY).value()).isEqualByComparingTo("0");
    }

    private void officer(String staffNo, String days) {
        given.person(staffNo, "SQ");
        given.postAt(staffNo, Post.COMMUNITY_GRID_OFFICER, "street", "A2", days);
    }

    private void serving(String staffNo, String department, String joined, String left) {
        given.staff()
                .savePerson(
                        new NewPerson(
                                staffNo,
                                staffNo,
                                department,
                                Optional.of(LocalDate.parse(joined)),
                                Optional.of(LocalDate.parse(left))));
    }

    /// Staff numbers of the people that the list behind the figure shows.
    private List<String> behind(String figure, LocalDate on) {
        var question = new Question("", "", "", "", "", figure, Optional.of(on));
        return given.bean(StaffDirectory.class).list(question, "", 50).entries().stream()
                .map(entry -> entry.person().staffNo())
                .toList();
    }

    private Figure figure(String id, LocalDate on) {
        return figures.listFigures(on).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
