package city.gewu.casework.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import city.gewu.casework.CityFixture;
import city.gewu.casework.store.CaseRows;
import city.gewu.casework.store.CaseRows.Row;
import city.gewu.database.TestDatabase;
import city.gewu.people.Actor;
import city.gewu.people.Post;
import city.gewu.platform.web.Controllers;
import io.github.sebasbaumh.mapbox.vectortile.VectorTile;
import io.github.sebasbaumh.mapbox.vectortile.VectorTile.Tile.Feature;
import io.github.sebasbaumh.mapbox.vectortile.VectorTile.Tile.GeomType;
import io.github.sebasbaumh.mapbox.vectortile.VectorTile.Tile.Layer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

class CaseTileTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final double EAST = 112.2035;
    private static final double NORTH = 31.0312;
    private static final Actor CENTRE = new Actor("account:wu", "吴", Set.of(Post.DISPATCHER), "");
    private static final Actor HANDLER = new Actor("account:li", "李", Set.of(Post.HANDLER), "SZ");

    private Actor who = CENTRE;
    private CaseRows rows;
    private MockMvcTester http;

    @BeforeEach
    void open() {
        DataSource database = TestDatabase.fresh();
        rows = new CaseRows(database);
        http =
                Controllers.signedIn(
                        () -> who,
                        new CaseTileController(
                                CaseRows.tiles(database),
                                CityFixture.Staff.of("SZ", "HW", "YL"),
                                Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    @Test
    void aTileShowsItsCasesWhereTheyAre() throws IOException {
        long id = rows.add(new Row().of("E0102").on(EAST, NORTH).due(NOW.minusSeconds(60)));
        rows.add(new Row().on(EAST + 0.5, NORTH));
        rows.add(new Row());

        var shown = tile(16);
        assertThat(shown).hasSize(1);
        assertThat(shown.getFirst().tags())
                .isEqualTo(
                        new TreeMap<>(
                                Map.of(
                                        "id", id,
                                        "no", "JM20260301000001",
                                        "state", "HANDLING",
                                        "light", "red",
                                        "category", "E0102")));

        double side = 360.0 / (1 << 16);
        double west = column(EAST, 16) * side - 180;
        assertThat(west + shown.getFirst().x() / 4096 * side).isCloseTo(EAST, within(side / 4096));
        assertThat(shown.getFirst().y() / 4096)
                .isCloseTo(row(NORTH, 16) - Math.floor(row(NORTH, 16)), within(1.0 / 4096));
    }

    @Test
    void whatEndedLatelyIsShownAndWhatEndedLongAgoIsNot() throws IOException {
        long lately =
                rows.add(new Row().on(EAST, NORTH).ended("CLOSED", NOW.minus(Duration.ofDays(29))));
        rows.add(new Row().on(EAST, NORTH).ended("CLOSED", NOW.minus(Duration.ofDays(31))));
        assertThat(tile(16)).extracting(shown -> shown.tags().get("id")).containsExactly(lately);
        assertThat(tile(10)).extracting(shown -> shown.tags().get("id")).containsExactly(lately);
    }

    @Test
    void fromFarAwayOneCaseStandsForItsNeighboursAndItIsAlwaysTheSame() throws IOException {
        var random = new Random(7);
        for (int i = 0; i < 300; i++) {
            rows.add(
                    new Row()
                            .on(EAST + random.nextDouble() / 100, NORTH - random.nextDouble() / 100)
                            .due(NOW.plusSeconds(random.nextInt(9000))));
        }
        long urgent =
                rows.add(new Row().on(EAST + 0.005, NORTH - 0.005).due(NOW.minusSeconds(9000)));
        var far = tile(9).stream().map(shown -> shown.tags().get("id")).toList();
        assertThat(far).hasSizeBetween(1, 40).contains(urgent);
        assertThat(tile(9).stream().map(shown -> shown.tags().get("id"))).isEqualTo(far);
    }

    @Test
    void aHandlerSeesOnlyTheOwnDepartmentOnTheMap() throws IOException {
        rows.add(new Row().on(EAST, NORTH).at("HW"));
        long own = rows.add(new Row().on(EAST, NORTH).at("SZ"));
        who = HANDLER;
        assertThat(tile(16)).extracting(shown -> shown.tags().get("id")).containsExactly(own);
        assertThat(tile(9)).extracting(shown -> shown.tags().get("id")).containsExactly(own);
    }

    @Test
    void anEmptyTileHasNoContentAndAnUnchangedOneIsNotSentAgain() {
        assertThat(http.get().uri("/tiles/cases/16/0/0.mvt").exchange()).hasStatus(204);

        rows.add(new Row().on(EAST, NORTH));
        var first = http.get().uri(address(16)).exchange();
        assertThat(first).hasStatusOk().hasContentType("application/vnd.mapbox-vector-tile");
        assertThat(
                        http.get()
                                .uri(address(16))
                                .header(
                                        HttpHeaders.IF_NONE_MATCH,
                                        Objects.requireNonNull(
                                                first.getResponse().getHeader("ETag")))
                                .exchange())
                .hasStatus(304);
    }

    @Test
    void aTileOutsideTheWorldIsMalformed() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CaseTile(3, 8, 0));
        assertThat(http.get().uri("/tiles/cases/40/0/0.mvt").exchange()).hasStatus(400);
    }

    /// A point of a tile as another program reads it.
    private record Shown(Map<String, Object> tags, double x, double y) {

        static Shown of(Layer layer, Feature feature) {
            var tags = new TreeMap<String, Object>();
            for (int i = 0; i < feature.getTagsCount(); i += 2) {
                var value = layer.getValues(feature.getTags(i + 1));
                tags.put(
                        layer.getKeys(feature.getTags(i)),
                        value.hasStringValue() ? value.getStringValue() : value.getUintValue());
            }
            assertThat(feature.getType()).isEqualTo(GeomType.POINT);
            assertThat(feature.getGeometry(0)).isEqualTo(9);
            return new Shown(
                    tags, unzigzag(feature.getGeometry(1)), unzigzag(feature.getGeometry(2)));
        }

        private static int unzigzag(int value) {
            return (value >>> 1) ^ -(value & 1);
        }
    }

    private List<Shown> tile(int zoom) throws IOException {
        var answer = http.get().uri(address(zoom)).exchange();
        if (answer.getResponse().getStatus() == 204) {
            return List.of();
        }
        var layer =
                VectorTile.Tile.parseFrom(answer.getResponse().getContentAsByteArray())
                        .getLayers(0);
        assertThat(layer.getName()).isEqualTo("case");
        assertThat(layer.getVersion()).isEqualTo(2);
        return layer.getFeaturesList().stream().map(feature -> Shown.of(layer, feature)).toList();
    }

    private static String address(int zoom) {
        return "/tiles/cases/%d/%d/%d.mvt"
                .formatted(zoom, (int) column(EAST, zoom), (int) row(NORTH, zoom));
    }

    private static double column(double longitude, int zoom) {
        return Math.floor((longitude + 180) / 360 * (1 << zoom));
    }

    private static double row(double latitude, int zoom) {
        double radians = Math.toRadians(latitude);
        return (1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI)
                / 2
                * (1 << zoom);
    }
}
