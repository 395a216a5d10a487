package city.gewu.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.gewu.platform.RefusedException;
import city.gewu.territory.Territory.UnitImport;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is wrong with a file is said with feature, place and a way out, and nothing is written.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

    private final TerritoryContext context = new TerritoryContext();
    private final Territory territory = context.territory();
    private final List<String> warnings = new ArrayList<>();

    @BeforeAll
    void drawDistricts() {
        territory.defineCity(TerritoryContext.smallCity());
        importUnits(
                "district", "", new GeoJson().box("A", 0, 0, 4, 4).box("B", 4, 0, 8, 4).stream());
    }

    @AfterAll
    void close() {
        context.close();
    }

    @Test
    void aRingThatCrossesItselfIsRefusedWithItsPlace() {
        var bowTie = "[[112,31],[112.02,31.02],[112.02,31],[112,31.02],[112,31]]";
        assertRefused(
                new GeoJson().box("A1", 0, 0, 1, 1).ring("A2", bowTie).stream(),
                "territory.bad-geometry",
                "Feature 2 of (streets.geojson), code (A2), has a broken ring (Self-intersection)"
                        + " at (112.0100000, 31.0100000).");
    }

    @Test
    void anOpenRingIsRefusedWithItsEnds() {
        assertRefused(
                new GeoJson()
                        .ring("A2", "[[112,31],[112.02,31],[112.02,31.02],[112,31.02]]").stream(),
                "territory.bad-geometry",
                "Feature 1 of (streets.geojson), code (A2), is no area: a ring is open, it ends at"
                        + " (112.0, 31.02) and begins at (112.0, 31.0).");
    }

    @Test
    void twoShapesUnderOneCodeAreRefused() {
        assertRefused(
                new GeoJson().box("A1", 0, 0, 1, 1).box("A1", 1, 0, 2, 1).stream(),
                "territory.duplicate-code",
                "Feature 1 of (streets.geojson) and Feature 2 of (streets.geojson) have the same"
                        + " code (A1) and different shapes.");
    }

    @Test
    void aMissingPropertyIsNamedBesideThoseThatAreThere() {
        assertRefused(
                new GeoJson()
                                .feature(
                                        "\"id\":7,\"title\":\"x\"",
                                        "{\"type\":\"Point\",\"coordinates\":[112,31]}")
                                .stream(),
                "territory.missing-property",
                "Feature 1 of (streets.geojson) has no property (code); it has (id, title).");
    }

    @Test
    void aPointIsNoUnit() {
        assertRefused(
                new GeoJson()
                                .feature(
                                        "\"code\":\"A1\",\"up\":\"A\",\"name\":\"x\"",
                                        "{\"type\":\"Point\",\"coordinates\":[112,31]}")
                                .stream(),
                "territory.bad-geometry",
                "code (A1), is no area but a (Point)");
    }

    @Test
    void aParentNobodyKnowsIsRefused() {
        assertRefused(
                new GeoJson().box("C1", 0, 0, 1, 1).stream(),
                "territory.unknown-parent",
                "The unit (C1) names the parent (C), which the level (district) does not have.");
    }

    @Test
    void aUnitThatLiesInAnotherParentIsRefused() {
        assertRefused(
                new GeoJson().box("B1", 0, 0, 4, 1).stream(),
                "territory.bad-parent",
                "The unit (B1) names the parent (B) but lies to 100.0 % inside (A).");
    }

    @Test
    void aUnitThatSticksOutOfItsParentIsAWarning() {
        var lines = new ArrayList<String>();
        var request = request("street", "{up}", "2026-02-01");
        assertThatThrownBy(() ->
                        territory.importUnits(
                                request,
                                new GeoJson().box("A1", 0, 0, 5, 4).box("C1", 0, 0, 1, 1).stream(),
                                lines::add))
                .isInstanceOf(RefusedException.class);
        assertThat(lines)
                .containsExactly("The unit (A1) lies only to 80.0 % inside its parent (A).");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                                                | territory.missing-features          | The file (streets.geojson) is empty.
                    {"type":"FeatureCollection","features":[]}        | territory.missing-features          | has no features
                    {"type":"Feature","geometry":null}                | territory.not-a-feature-collection  | its type is (Feature)
                    [1,2]                                             | territory.not-a-feature-collection  | it begins with START_ARRAY
                    {"type":"FeatureCollection","features":[{"type":  | territory.not-a-json-file           | at line (1), column
                    code,name                                         | territory.not-a-json-file           | at line (1), column
                    {"type":"FeatureCollection","features":[{"geometry":null}]} | territory.bad-geometry    | Feature 1 of (streets.geojson) has no usable geometry
                    """)
    void aFileThatIsNoCollectionIsRefused(String text, String code, String message) {
        assertRefused(GeoJson.stream(text), code, message);
    }

    @Test
    void anUnknownCoordinateSystemIsRefused() {
        assertThatThrownBy(() ->
                        importUnits(
                                "district",
                                "EPSG:99999",
                                new GeoJson().box("A", 0, 0, 4, 4).stream()))
                .hasMessageContaining("territory.bad-crs")
                .hasMessageContaining("EPSG:99999");
    }

    @Test
    void aTemplateWithAnOpenBraceIsRefused() {
        var request =
                new UnitImport("street", "f", "", "{code", "{name}", "{code}", "", "2026-01-01");
        assertThatThrownBy(() ->
                        territory.importUnits(
                                request,
                                new GeoJson().box("A1", 0, 0, 1, 1).stream(),
                                warnings::add))
                .hasMessageContaining("territory.bad-template");
    }

    @Test
    void levelsMustBeNumberedWithoutAGap() {
        var city = TerritoryContext.smallCity();
        var gap = new ArrayList<>(city.levels());
        gap.remove(2);
        assertThatThrownBy(() -> territory.defineCity(withLevels(city, gap)))
                .hasMessageContaining("territory.bad-levels");
        assertThatThrownBy(
                        () -> territory.defineCity(withLevels(city, city.levels().subList(0, 1))))
                .hasMessageContaining("territory.level-in-use");
    }

    @Test
    void aBaseMapLayerNobodyDrawsIsRefused() {
        assertThatThrownBy(() ->
                        territory.importBaseMap(
                                "base.geojson", new GeoJson().box("A", 0, 0, 1, 1).stream()))
                .hasMessageContaining("territory.bad-layer");
    }

    private static City withLevels(City city, List<Level> levels) {
        return new City(
                city.code(),
                city.name(),
                city.zone(),
                levels,
                city.centreLongitude(),
                city.centreLatitude(),
                city.zoom(),
                city.demo());
    }

    private void assertRefused(InputStream file, String code, String message) {
        assertThatThrownBy(() ->
                        territory.importUnits(
                                request("street", "{up}", "2026-02-01"), file, warnings::add))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> {
                            assertThat(e.refusal().code()).isEqualTo(code);
                            assertThat(e.refusal().detail()).contains(message);
                            assertThat(e.refusal().advice()).isNotBlank();
                        });
        assertThat(territory.listUnits("street")).isEmpty();
    }

    private void importUnits(String level, String crs, InputStream file) {
        territory.importUnits(
                new UnitImport(level, level, crs, "{code}", "{name}", "{code}", "", "2026-01-01"),
                file,
                warnings::add);
    }

    private static UnitImport request(String level, String parent, String day) {
        return new UnitImport(
                level, "streets.geojson", "", "{code}", "{name}", "{code}", parent, day);
    }
}
