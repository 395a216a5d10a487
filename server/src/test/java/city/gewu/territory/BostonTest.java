package city.gewu.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.gewu.platform.Named;
import city.gewu.platform.RefusedException;
import city.gewu.territory.Territory.ImportedUnits;
import city.gewu.territory.Territory.UnitImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/// The wards and precincts of Boston as the city publishes them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BostonTest {

    private final Path files = RealData.boston();
    private final TerritoryContext context = new TerritoryContext();
    private final Territory territory = context.territory();
    private final List<String> warnings = new ArrayList<>();

    @BeforeAll
    void defineBoston() {
        territory.defineCity(
                new City(
                        "BOS",
                        new Named("波士顿", "Boston"),
                        ZoneId.of("America/New_York"),
                        List.of(
                                new Level(1, "city", new Named("市", "City"), ""),
                                new Level(2, "ward", new Named("选区", "Ward"), "city"),
                                new Level(3, "precinct", new Named("投票区", "Precinct"), "ward")),
                        -71.06,
                        42.32,
                        12,
                        false));
    }

    @AfterAll
    void close() {
        context.close();
    }

    @Test
    @Order(1)
    void wardsAndPrecinctsAreImportedAndNestByCode() throws IOException {
        assertThat(importWards()).isEqualTo(new ImportedUnits(22, 22, 0, 0, 0));
        assertThat(importPrecincts("EPSG:2249")).isEqualTo(new ImportedUnits(255, 255, 0, 0, 0));
        assertThat(territory.listUnits("precinct"))
                .hasSize(255)
                .allSatisfy(unit -> assertThat(unit.code()).startsWith(unit.parent()));
        double wards =
                territory.listUnits("ward").stream().mapToDouble(TerritoryUnit::areaM2).sum();
        assertThat(wards).isBetween(120e6, 140e6);
        assertThat(warnings)
                .contains(
                        "The units (18) and (20) overlap by 113 m² at (-71.130222, 42.284512).",
                        "The unit (0115) lies only to 0.0 % inside its parent (01).",
                        "And 43 smaller gaps, 425 m² together.");
    }

    @Test
    @Order(2)
    void theSameFilesAgainChangeNothing() throws IOException {
        assertThat(importWards()).isEqualTo(new ImportedUnits(22, 0, 0, 0, 22));
        assertThat(importPrecincts("EPSG:2249")).isEqualTo(new ImportedUnits(255, 0, 0, 0, 255));
    }

    @Test
    @Order(3)
    void cityHallLiesInWardThree() {
        assertThat(territory.findPlace(-71.0579, 42.3604).orElseThrow().units())
                .startsWith("BOS", "03");
        assertThat(territory.findPlace(-71.2, 42.5)).isEmpty();
    }

    @Test
    @Order(4)
    void metresWithoutADeclaredSystemAreRefusedWithTheWayOut() {
        assertThatThrownBy(() -> importPrecincts(""))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> {
                            assertThat(e.refusal().code()).isEqualTo("territory.bad-coordinates");
                            assertThat(e.refusal().detail())
                                    .contains("Feature 1 of (precincts.geojson), code (0113)");
                            assertThat(e.refusal().advice())
                                    .contains("`crs`")
                                    .contains("EPSG:2249");
                        });
    }

    private ImportedUnits importWards() throws IOException {
        return importFile("ward", "wards", "", "{WARD:02}", "第{WARD}选区", "Ward {WARD}", "");
    }

    private ImportedUnits importPrecincts(String crs) throws IOException {
        return importFile(
                "precinct",
                "precincts",
                crs,
                "{WARD_PRECINCT}",
                "{WARD_PRECINCT}投票区",
                "Precinct {WARD_PRECINCT}",
                "{WARD_PRECINCT:0..2}");
    }

    private ImportedUnits importFile(String level, String file, String crs, String... templates)
            throws IOException {
        var request =
                new UnitImport(
                        level,
                        file + ".geojson",
                        crs,
                        templates[0],
                        templates[1],
                        templates[2],
                        templates[3],
                        "2011-01-01");
        try (var geoJson = Files.newInputStream(files.resolve(file + ".geojson"))) {
            return territory.importUnits(request, geoJson, warnings::add);
        }
    }
}
