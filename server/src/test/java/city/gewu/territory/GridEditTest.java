package city.gewu.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.gewu.platform.Named;
import city.gewu.territory.Territory.UnitImport;
import city.gewu.territory.model.DraftStep;
import city.gewu.territory.model.DraftStep.Kind;
import city.gewu.territory.model.Finding;
import city.gewu.territory.model.UnitShape;
import city.gewu.territory.store.UnitStore;
import city.gewu.territory.usecase.ApplyDraft;
import city.gewu.territory.usecase.CheckDraft;
import city.gewu.territory.usecase.DrawGrids;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The grid is drawn anew on a draft and comes into force on a day.
class GridEditTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-09-01");

    private final TerritoryContext context = new TerritoryContext();
    private final Territory territory = context.territory();
    private final DrawGrids grids = context.bean(DrawGrids.class);
    private final CheckDraft check = context.bean(CheckDraft.class);
    private final ApplyDraft apply = context.bean(ApplyDraft.class);
    private UUID draft = UUID.randomUUID();

    @BeforeEach
    void drawTheCity() {
        territory.defineCity(TerritoryContext.smallCity());
        importLevel("district", new GeoJson().box("A", 0, 0, 8, 4));
        importLevel(
                "street",
                new GeoJson().box("A1", 0, 0, 4, 2).box("A2", 4, 0, 8, 2).box("A3", 0, 2, 8, 4));
        draft = grids.open("p1", "street").draft().id();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void aSplitGivesTheNextTwoCodesAndTheOldPlaceKeepsItsCode() {
        String placeBefore = territory.findPlace(112.01, 31.01).orElseThrow().unit(3);
        take(Kind.SPLIT, List.of("A1"), "2,-1 2,3");
        assertThat(check.check(grids.get(draft, "p1")).findings()).isEmpty();
        var applied = apply.apply(draft, "p1", TODAY);
        assertThat(applied.added()).containsExactly("A4", "A5");
        assertThat(applied.ended()).containsExactly("A1");
        assertThat(placeBefore).isEqualTo("A1");
        assertThat(territory.findPlace(112.01, 31.01).orElseThrow().unit(3)).isIn("A4", "A5");
        assertThat(territory.findPlace(112.03, 31.01).orElseThrow().unit(3)).isIn("A4", "A5");
        assertThat(context.bean(UnitStore.class).listVersions("street", "A1"))
                .singleElement()
                .satisfies(v -> assertThat(v.validTo()).contains(TODAY));
    }

    @Test
    void aSwapOfAnotherDayIsWrittenAtOnceAndInForceOnThatDay() {
        take(Kind.MERGE, List.of("A1", "A2"), "");
        LocalDate day = TODAY.plusDays(20);
        apply.apply(draft, "p1", day);
        assertThat(territory.listUnits("street"))
                .extracting(TerritoryUnit::code)
                .containsExactly("A1", "A2", "A3");
        assertThat(context.bean(UnitStore.class).listInForce(day))
                .filteredOn(v -> v.unit().unit().level().equals("street"))
                .extracting(v -> v.unit().code())
                .containsExactly("A3", "A4");
    }

    @Test
    void aDraftStaysOnTheServerForItsPersonAndCanBeUndone() {
        take(Kind.MERGE, List.of("A1", "A2"), "");
        assertThat(grids.open("p1", "street").draft().steps()).hasSize(1);
        assertThat(grids.open("p2", "street").draft().steps()).isEmpty();
        assertThatThrownBy(() -> grids.get(draft, "p2"))
                .hasMessageContaining("territory.unknown-draft");
        assertThat(codes(grids.undo(draft, "p1").after().units()))
                .containsExactly("A1", "A2", "A3");
    }

    @Test
    void aCornerMovesInEveryUnitThatHasIt() {
        take(Kind.MOVE, List.of(), "4,2 4.5,1.5");
        var units = grids.get(draft, "p1").after().units();
        assertThat(units)
                .allSatisfy(u ->
                        assertThat(u.shape().getCoordinates())
                                .anySatisfy(at -> assertThat(at.x).isEqualTo(112.045)));
        assertThat(check.check(grids.get(draft, "p1")).findings()).isEmpty();
    }

    @Test
    void aBorderBetweenTwoIsRedrawnAndBothKeepTheirCodes() {
        take(Kind.REDRAW, List.of("A1", "A2"), "5,-1 5,1 3,3");
        var units = grids.get(draft, "p1").after().units();
        assertThat(codes(units)).containsExactly("A1", "A2", "A3");
        assertThat(check.check(grids.get(draft, "p1")).findings()).isEmpty();
    }

    @Test
    void groundDrawnOutOfTheParentIsFoundAndKeepsTheDraftFromForce() {
        take(Kind.MOVE, List.of(), "0,0 -1,-1");
        assertThat(check.check(grids.get(draft, "p1")).findings())
                .extracting(Finding::kind)
                .contains(Finding.Kind.OUTSIDE_PARENT, Finding.Kind.NEW_GROUND);
        assertThatThrownBy(() -> apply.apply(draft, "p1", TODAY))
                .hasMessageContaining("territory.unsound-draft");
    }

    @Test
    void groundThatNobodyHoldsAnyMoreIsAGap() {
        take(Kind.MOVE, List.of(), "0,0 1,1");
        assertThat(check.check(grids.get(draft, "p1")).findings())
                .singleElement()
                .satisfies(gap -> assertThat(gap.kind()).isEqualTo(Finding.Kind.GAP));
    }

    @Test
    void thePastCannotBeDrawnAnew() {
        take(Kind.MERGE, List.of("A1", "A2"), "");
        assertThatThrownBy(() -> apply.apply(draft, "p1", TODAY.minusDays(1)))
                .hasMessageContaining("territory.bad-effective-date");
    }

    @Test
    void aRetiredCodeIsNeverGivenAgain() {
        take(Kind.MERGE, List.of("A1", "A2"), "");
        apply.apply(draft, "p1", TODAY);
        draft = grids.open("p1", "street").draft().id();
        assertThatThrownBy(() ->
                        grids.take(
                                draft,
                                "p1",
                                new DraftStep(
                                        Kind.RECODE,
                                        List.of("A3"),
                                        List.of(),
                                        List.of("A1"),
                                        new Named("", ""))))
                .hasMessageContaining("territory.reused-code");
        assertThat(grids.get(draft, "p1").draft().steps()).isEmpty();
    }

    @Test
    void aDraftOfALevelThatHasChangedSinceIsNotApplied() {
        UUID other = grids.open("p2", "street").draft().id();
        take(Kind.MERGE, List.of("A1", "A2"), "");
        apply.apply(draft, "p1", TODAY);
        assertThat(check.check(grids.get(other, "p2")).findings())
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.OUTDATED);
    }

    @Test
    void aUnitIsNotSplitThroughThoseItHoldsAndTheyAreNamed() {
        draft = grids.open("p1", "district").draft().id();
        take(Kind.SPLIT, List.of("A"), "4,-1 4,5");
        var findings = check.check(grids.get(draft, "p1")).findings();
        assertThat(findings)
                .filteredOn(Finding::blocking)
                .singleElement()
                .satisfies(across -> {
                    assertThat(across.kind()).isEqualTo(Finding.Kind.CHILDREN);
                    assertThat(across.units()).containsExactly("A3");
                });
        assertThatThrownBy(() -> apply.apply(draft, "p1", TODAY))
                .hasMessageContaining("territory.unsound-draft");
    }

    @Test
    void theUnitsBelowAreGivenToThePartTheyLieInFromTheDayOn() {
        draft = grids.open("p1", "district").draft().id();
        take(Kind.SPLIT, List.of("A"), "-1,2 9,2");
        assertThat(check.check(grids.get(draft, "p1")).findings())
                .singleElement()
                .satisfies(given -> {
                    assertThat(given.kind()).isEqualTo(Finding.Kind.GIVEN_CHILDREN);
                    assertThat(given.units()).containsExactly("A1", "A2", "A3");
                });
        LocalDate day = TODAY.plusDays(20);
        var applied = apply.apply(draft, "p1", day);

        assertThat(territory.findUnit("street", "A1").orElseThrow().parent()).isEqualTo("A");
        var later = context.bean(UnitStore.class).listInForce(day);
        var parents =
                later.stream()
                        .filter(v -> v.unit().unit().level().equals("street"))
                        .collect(
                                Collectors.toMap(
                                        v -> v.unit().code(), v -> v.unit().unit().parent()));
        assertThat(parents.get("A1")).isEqualTo(parents.get("A2")).isIn(applied.added());
        assertThat(parents.get("A3")).isNotEqualTo(parents.get("A1")).isIn(applied.added());
        assertThat(context.bean(UnitStore.class).listVersions("street", "A1"))
                .extracting(v -> v.unit().unit().parent())
                .containsExactly(parents.get("A1"), "A");
    }

    @Test
    void aMergedUnitTakesTheUnitsBelowOfAllItIsMadeOf() {
        importLevel("district", new GeoJson().box("A", 0, 0, 8, 4).box("B", 8, 0, 12, 4));
        importLevel(
                "street",
                new GeoJson()
                        .box("A1", 0, 0, 4, 2)
                        .box("A2", 4, 0, 8, 2)
                        .box("A3", 0, 2, 8, 4)
                        .box("B1", 8, 0, 12, 4));
        draft = grids.open("p1", "district").draft().id();
        take(Kind.MERGE, List.of("A", "B"), "");
        var applied = apply.apply(draft, "p1", TODAY);
        assertThat(territory.listUnits("street"))
                .extracting(TerritoryUnit::parent)
                .containsOnly(applied.added().getFirst());
        assertThat(territory.findPlace(112.10, 31.01).orElseThrow().units())
                .containsSubsequence(applied.added().getFirst(), "B1");
    }

    @Test
    void aDutyGridIsFormedOfSmallerUnitsAndGetsSomeOnADay() {
        importLevel(
                "duty_grid",
                new GeoJson().box("Z1", 0, 0, 4, 2).box("Z2", 4, 0, 8, 4).box("Z3", 0, 2, 4, 4));
        importLevel(
                "street",
                new GeoJson()
                        .box("A1", 0, 0, 4, 2)
                        .box("A2", 4, 0, 8, 2)
                        .box("A4", 4, 2, 8, 4)
                        .box("A5", 0, 2, 4, 4));
        draft = grids.open("p1", "duty_grid").draft().id();
        assertThat(grids.isFormedOfParts("duty_grid")).isTrue();
        assertThat(grids.isFormedOfParts("street")).isFalse();
        assertThat(grids.isFormedOfParts("district")).isFalse();

        assign("Z1", "A2");

        assertThat(grids.listParts(draft, "p1"))
                .extracting(part -> part.unit().code() + " " + part.holder())
                .containsExactly("A1 Z1", "A2 Z1", "A4 Z2", "A5 Z3");
        assertThat(check.check(grids.get(draft, "p1")).findings()).isEmpty();
        LocalDate day = TODAY.plusDays(3);
        assertThat(apply.apply(draft, "p1", day).changed()).containsExactly("Z1", "Z2");
        assertThat(territory.findPlace(112.06, 31.01).orElseThrow().unit(4)).isEqualTo("Z2");
        assertThat(context.bean(UnitStore.class).listVersions("duty_grid", "Z1"))
                .extracting(v -> v.validFrom())
                .containsExactly(day, LocalDate.parse("2026-01-01"));
    }

    @Test
    void aDutyGridIsNotLeftWithoutGround() {
        importLevel("duty_grid", new GeoJson().box("Z1", 0, 0, 4, 2).box("Z2", 4, 0, 8, 2));
        draft = grids.open("p1", "duty_grid").draft().id();
        assertThatThrownBy(() -> assign("Z1", "A2")).hasMessageContaining("territory.emptied-unit");
        assertThatThrownBy(() -> assign("Z1", "A9")).hasMessageContaining("territory.unknown-unit");
        assertThatThrownBy(() -> assign("Z1")).hasMessageContaining("territory.bad-choice");
        assertThat(grids.get(draft, "p1").draft().steps()).isEmpty();
    }

    private void assign(String target, String... parts) {
        grids.take(
                draft,
                "p1",
                new DraftStep(
                        Kind.ASSIGN,
                        List.of(target),
                        List.of(),
                        List.of(),
                        new Named("", ""),
                        List.of(parts)));
    }

    private void take(Kind kind, List<String> units, String line) {
        List<List<Double>> positions =
                line.isEmpty()
                        ? List.of()
                        : List.of(line.split(" ")).stream().map(GridEditTest::position).toList();
        grids.take(
                draft, "p1", new DraftStep(kind, units, positions, List.of(), new Named("", "")));
    }

    private static List<Double> position(String board) {
        String[] xy = board.split(",", 2);
        return List.of(112 + Double.parseDouble(xy[0]) / 100, 31 + Double.parseDouble(xy[1]) / 100);
    }

    private static List<String> codes(List<UnitShape> units) {
        return units.stream().map(UnitShape::code).toList();
    }

    private void importLevel(String level, GeoJson file) {
        territory.importUnits(
                new UnitImport(level, level, "", "{code}", "{name}", "{code}", "", "2026-01-01"),
                file.stream(),
                _ -> {});
    }
}
