package city.gewu.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.gewu.platform.RefusedException;
import city.gewu.territory.Territory.ImportedUnits;
import city.gewu.territory.Territory.UnitImport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A small city of hand-drawn borders: two districts side by side, each with two streets.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlaceTest {

    private TerritoryContext context = new TerritoryContext();
    private Territory territory = context.territory();

    @BeforeAll
    void drawTheCity() {
        territory.defineCity(TerritoryContext.smallCity());
        importLevel("district", new GeoJson().box("A", 0, 0, 4, 4).box("B", 4, 0, 8, 4), "");
        importLevel(
                "street",
                new GeoJson()
                        .box("A1", 0, 0, 4, 2)
                        .box("A2", 0, 2, 4, 4)
                        .box("B1", 4, 0, 8, 2)
                        .box("B2", 4, 2, 8, 3),
                "{up}");
        importLevel("duty_grid", new GeoJson().box("G1", 3, 0, 5, 4), "");
    }

    @AfterAll
    void close() {
        context.close();
    }

    @Test
    void aPointLiesInItsStreetDistrictAndCity() {
        assertThat(place(1, 1)).containsExactly("XY", "A", "A1", "");
        assertThat(place(7, 2.5)).containsExactly("XY", "B", "B2", "");
    }

    @Test
    void aLevelOutsideTheChainIsLookedUpOnItsOwn() {
        assertThat(place(3.5, 3)).containsExactly("XY", "A", "A2", "G1");
        assertThat(place(4.5, 3.5)).containsExactly("XY", "B", "", "G1");
    }

    @Test
    void whereNoStreetIsKnownTheDistrictStillIs() {
        assertThat(place(7, 3.5)).containsExactly("XY", "B", "", "");
    }

    @Test
    void sharedBorderBelongsToTheLowestCode() {
        assertThat(place(4, 1)).containsExactly("XY", "A", "A1", "G1");
        assertThat(place(2, 2)).containsExactly("XY", "A", "A1", "");
        assertThat(place(4, 2)).containsExactly("XY", "A", "A1", "G1");
    }

    @Test
    void aPointOutsideHasNoPlace() {
        assertThat(territory.findPlace(111, 31)).isEmpty();
        assertThat(territory.findPlace(200, Double.NaN)).isEmpty();
    }

    @Test
    void aUnitNamesTheUnitsAboveIt() {
        assertThat(territory.findPlaceOf("street", "B2").orElseThrow().units())
                .containsExactly("XY", "B", "B2", "");
        assertThat(territory.findPlaceOf("city", "XY").orElseThrow().units())
                .containsExactly("XY", "", "", "");
        assertThat(territory.findPlaceOf("street", "C9")).isEmpty();
    }

    @Test
    void unitsAreListedByCodeWithParentAndArea() {
        var streets = territory.listUnits("street");
        assertThat(streets).extracting(TerritoryUnit::code).containsExactly("A1", "A2", "B1", "B2");
        assertThat(streets).extracting(TerritoryUnit::parent).containsExactly("A", "A", "B", "B");
        assertThat(streets.getFirst().areaM2()).isBetween(8.4e6, 8.5e6);
        assertThat(territory.listUnits("district"))
                .extracting(TerritoryUnit::parent)
                .containsOnly("XY");
        assertThat(territory.listUnits("city"))
                .extracting(TerritoryUnit::code)
                .containsExactly("XY");
        assertThat(territory.findUnit("street", "A1").orElseThrow().name().zh()).isEqualTo("名A1");
    }

    @Test
    void aLevelTheCityDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> territory.listUnits("ward"))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("territory.unknown-level")
                .hasMessageContaining("city, district, street, duty_grid");
    }

    private List<String> place(double x, double y) {
        return territory.findPlace(112 + x / 100, 31 + y / 100).orElseThrow().units();
    }

    private ImportedUnits importLevel(String level, GeoJson file, String parent) {
        var warnings = new ArrayList<String>();
        var request =
                new UnitImport(
                        level,
                        level + ".geojson",
                        "",
                        "{code}",
                        "{name}",
                        "{code}",
                        parent,
                        "2026-01-01");
        var imported = territory.importUnits(request, file.stream(), warnings::add);
        assertThat(warnings).isEmpty();
        return imported;
    }
}
