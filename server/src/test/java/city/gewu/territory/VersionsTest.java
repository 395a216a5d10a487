package city.gewu.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.gewu.territory.Territory.ImportedUnits;
import city.gewu.territory.Territory.UnitImport;
import city.gewu.territory.store.UnitStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Units change by date: what was in force stays known.
class VersionsTest {

    private final TerritoryContext context = new TerritoryContext();
    private final Territory territory = context.territory();
    private final List<String> warnings = new ArrayList<>();

    @BeforeEach
    void startWithTwoDistricts() {
        territory.defineCity(TerritoryContext.smallCity());
        importOn("2026-01-01", new GeoJson().box("A", 0, 0, 4, 4).box("B", 4, 0, 8, 4));
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void theSameFileAgainChangesNothing() {
        assertThat(importOn("2026-05-01", new GeoJson().box("A", 0, 0, 4, 4).box("B", 4, 0, 8, 4)))
                .isEqualTo(new ImportedUnits(2, 0, 0, 0, 2));
    }

    @Test
    void aMovedBorderClosesTheOldVersionsAndOpensNewOnes() {
        assertThat(importOn("2026-05-01", new GeoJson().box("A", 0, 0, 5, 4).box("B", 5, 0, 8, 4)))
                .isEqualTo(new ImportedUnits(2, 0, 2, 0, 0));
        assertThat(territory.findPlace(112.045, 31.01).orElseThrow().unit(2)).isEqualTo("A");
        var store = context.bean(UnitStore.class);
        assertThat(store.listInForce(LocalDate.parse("2026-04-30")))
                .allSatisfy(v -> assertThat(v.validTo()).contains(LocalDate.parse("2026-05-01")));
        assertThat(store.listInForce(LocalDate.parse("2026-05-01")))
                .allSatisfy(v -> assertThat(v.validTo()).isEmpty());
    }

    @Test
    void aUnitTheFileLacksIsRetiredAndItsGroundStaysItsOwn() {
        assertThat(importOn("2026-05-01", new GeoJson().box("A", 0, 0, 4, 4)))
                .isEqualTo(new ImportedUnits(1, 0, 0, 1, 1));
        assertThat(territory.findPlace(112.06, 31.01)).isEmpty();
        assertThatThrownBy(() ->
                        importOn(
                                "2026-06-01",
                                new GeoJson().box("A", 0, 0, 4, 4).box("B", 4, 0, 9, 4)))
                .hasMessageContaining("territory.reused-code");
        assertThat(importOn("2026-06-01", new GeoJson().box("A", 0, 0, 4, 4).box("B", 4, 0, 8, 4)))
                .isEqualTo(new ImportedUnits(2, 1, 0, 0, 1));
    }

    @Test
    void aCodeDoesNotMoveToOtherGround() {
        assertThatThrownBy(() ->
                        importOn(
                                "2026-05-01",
                                new GeoJson().box("A", 4, 0, 8, 4).box("B", 0, 0, 4, 4)))
                .hasMessageContaining("territory.reused-code");
    }

    @Test
    void theDaysBeforeAVersionBeganCannotChange() {
        assertThatThrownBy(() -> importOn("2025-12-31", new GeoJson().box("A", 0, 0, 3, 4)))
                .hasMessageContaining("territory.bad-effective-date");
    }

    @Test
    void aMistakeIsCorrectedOnTheSameDay() {
        importOn("2026-05-01", new GeoJson().box("A", 0, 0, 5, 4).box("B", 5, 0, 8, 4));
        assertThat(importOn("2026-05-01", new GeoJson().box("A", 0, 0, 6, 4).box("B", 6, 0, 8, 4)))
                .isEqualTo(new ImportedUnits(2, 0, 2, 0, 0));
        assertThat(territory.findPlace(112.055, 31.01).orElseThrow().unit(2)).isEqualTo("A");
        assertThat(context.bean(UnitStore.class).listInForce(LocalDate.parse("2026-02-01")))
                .hasSize(2);
    }

    @Test
    void aVersionOfTomorrowIsNotYetInForce() {
        importOn("2026-12-01", new GeoJson().box("A", 0, 0, 5, 4).box("B", 5, 0, 8, 4));
        assertThat(territory.findPlace(112.045, 31.01).orElseThrow().unit(2)).isEqualTo("B");
    }

    @Test
    void aRepeatedRowCountsOnce() {
        assertThat(
                        importOn(
                                "2026-05-01",
                                new GeoJson()
                                        .box("A", 0, 0, 4, 4)
                                        .box("A", 0, 0, 4, 4)
                                        .box("B", 4, 0, 8, 4)))
                .isEqualTo(new ImportedUnits(3, 0, 0, 0, 2));
        assertThat(warnings).singleElement().asString().contains("counts once");
    }

    @Test
    void overlapsAndGapsAreToldWithSizeAndPlace() {
        importOn(
                "2026-05-01",
                new GeoJson()
                        .ring(
                                "A",
                                "[[112,31],[112.05,31],[112.05,31.04],[112,31.04],[112,31]],"
                                        + "[[112.01,31.01],[112.01,31.02],[112.02,31.02],[112.02,31.01],[112.01,31.01]]")
                        .box("B", 4, 0, 8, 4));
        assertThat(warnings)
                .anySatisfy(w -> assertThat(w).startsWith("The units (A) and (B) overlap by 42"))
                .anySatisfy(w -> assertThat(w).startsWith("A gap of 105"));
    }

    @Test
    void otherModulesReadTheUnitsInForce() {
        var rows =
                context.bean(JdbcClient.class)
                        .sql(
                                """
                                select level || '/' || code || '/' || parent || '/' || depth
                                from territory.pub_unit
                                order by 1
                                """)
                        .query(String.class)
                        .list();
        assertThat(rows).containsExactly("city/XY//1", "district/A/XY/2", "district/B/XY/2");
    }

    private ImportedUnits importOn(String day, GeoJson file) {
        return territory.importUnits(
                new UnitImport(
                        "district", "districts.geojson", "", "{code}", "{name}", "{code}", "", day),
                file.stream(),
                warnings::add);
    }
}
