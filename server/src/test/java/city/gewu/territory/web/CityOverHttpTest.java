package city.gewu.territory.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.gewu.engine.spatial.TileAddress;
import city.gewu.territory.GeoJson;
import city.gewu.territory.Territory;
import city.gewu.territory.Territory.UnitImport;
import city.gewu.territory.TerritoryContext;
import io.github.sebasbaumh.mapbox.vectortile.VectorTile;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CityOverHttpTest {

    private final TerritoryContext context = new TerritoryContext();
    private final Territory territory = context.territory();
    private final MockMvc http =
            MockMvcBuilders.standaloneSetup(
                            context.bean(CityController.class), context.bean(TileController.class))
                    .build();

    @BeforeAll
    void drawTheCity() {
        territory.defineCity(TerritoryContext.smallCity());
        importLevel("district", new GeoJson().box("A", 0, 0, 4, 4).box("B", 4, 0, 8, 4));
        importLevel("street", new GeoJson().box("A1", 0, 0, 4, 2).box("A2", 0, 2, 4, 4));
    }

    @AfterAll
    void close() {
        context.close();
    }

    @Test
    @Order(1)
    void theCitySaysItsLevelsAndCentre() throws Exception {
        http.perform(get("/api/city"))
                .andExpect(status().isOk())
                .andExpect(
                        content()
                                .json(
                                        """
                                        {"code":"XY","name":{"zh":"小城","en":"Smallville"},
                                         "zone":"Asia/Shanghai","centre":[112.2,31.03],"zoom":12.0,
                                         "demo":true}
                                        """))
                .andExpect(jsonPath("$.levels[2].depth").value(3))
                .andExpect(jsonPath("$.levels[2].code").value("street"))
                .andExpect(jsonPath("$.levels[2].parent").value("district"));
    }

    @Test
    @Order(1)
    void unitsAndThePlaceOfAPointAreTold() throws Exception {
        http.perform(get("/api/territory/street/units"))
                .andExpect(jsonPath("$[1].code").value("A2"))
                .andExpect(jsonPath("$[1].parent").value("A"))
                .andExpect(jsonPath("$[1].areaM2").isNumber());
        http.perform(get("/api/territory/place").param("lon", "112.01").param("lat", "31.03"))
                .andExpect(
                        content()
                                .json(
                                        """
                                        {"units":[
                                          {"level":"city","code":"XY"},
                                          {"level":"district","code":"A","name":{"zh":"名A","en":"A"}},
                                          {"level":"street","code":"A2"}]}
                                        """));
    }

    @Test
    @Order(2)
    void unitsAreDrawnWithCodeAndNames() throws Exception {
        var layer = layers(tile("street", "112.01,31.01", 13)).getFirst();
        assertThat(layer.getName()).isEqualTo("unit");
        assertThat(layer.getExtent()).isEqualTo(4096);
        assertThat(layer.getKeysList()).containsExactlyInAnyOrder("code", "name", "nameEn");
        assertThat(layer.getValuesList())
                .extracting(VectorTile.Tile.Value::getStringValue)
                .contains("A1", "名A1");
        assertThat(layer.getFeatures(0).getType()).isEqualTo(VectorTile.Tile.GeomType.POLYGON);
    }

    @Test
    @Order(3)
    void withoutABaseMapTheOutlinesOfTheCoarsestLevelsStandIn() throws Exception {
        var layers = layers(tile("base", "112.01,31.01", 12));
        assertThat(layers)
                .extracting(VectorTile.Tile.Layer::getName)
                .containsExactlyInAnyOrder("boundary", "label");
        assertThat(layers.getFirst().getFeatures(0).getType())
                .isEqualTo(VectorTile.Tile.GeomType.LINESTRING);
    }

    @Test
    @Order(4)
    void anEmptyTileHasNoContentAndAnUnknownLayerIsRefused() throws Exception {
        http.perform(get("/tiles/street/13/0/0.mvt")).andExpect(status().isNoContent());
        assertThat(catchThrowable(() -> http.perform(get("/tiles/ward/13/0/0.mvt"))))
                .hasStackTraceContaining("territory.unknown-level");
    }

    @Test
    @Order(5)
    void aTileIsSentAgainOnlyWhenTheCityChanged() throws Exception {
        String path = path("base", "112.01,31.01", 12);
        String tag =
                String.valueOf(http.perform(get(path)).andReturn().getResponse().getHeader("ETag"));
        http.perform(get(path).header("If-None-Match", tag)).andExpect(status().isNotModified());
        territory.importBaseMap("base.geojson", baseMap().stream());
        http.perform(get(path).header("If-None-Match", tag))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/vnd.mapbox-vector-tile"));
    }

    @Test
    @Order(6)
    void theBaseMapIsDrawnWithClassesKindsAndNames() throws Exception {
        var layers = layers(tile("base", "112.01,31.01", 14));
        assertThat(layers)
                .extracting(VectorTile.Tile.Layer::getName)
                .containsExactlyInAnyOrder("water", "road", "label");
        var road =
                layers.stream().filter(l -> l.getName().equals("road")).findFirst().orElseThrow();
        assertThat(road.getKeysList()).containsExactly("class", "name");
        assertThat(road.getValuesList())
                .extracting(VectorTile.Tile.Value::getStringValue)
                .containsExactly("primary", "长宁大道");
        var label =
                layers.stream().filter(l -> l.getName().equals("label")).findFirst().orElseThrow();
        assertThat(label.getKeysList()).containsExactly("kind", "name");
    }

    private static GeoJson baseMap() {
        return new GeoJson()
                .feature(
                        "\"layer\":\"water\"",
                        "{\"type\":\"Polygon\",\"coordinates\":[[[112,31],[112.02,31],[112.02,31.02],[112,31]]]}")
                .feature(
                        "\"layer\":\"road\",\"class\":\"primary\",\"name\":\"长宁大道\"",
                        "{\"type\":\"LineString\",\"coordinates\":[[111.9,31.01],[112.2,31.011]]}")
                .feature(
                        "\"layer\":\"label\",\"kind\":\"water\",\"name\":\"竹皮河\"",
                        "{\"type\":\"Point\",\"coordinates\":[112.0101,31.0101]}");
    }

    private byte[] tile(String layer, String at, int zoom) throws Exception {
        return http.perform(get(path(layer, at, zoom)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private static String path(String layer, String at, int zoom) {
        String[] xy = at.split(",", 2);
        var tile = TileAddress.at(Double.parseDouble(xy[0]), Double.parseDouble(xy[1]), zoom);
        return "/tiles/%s/%d/%d/%d.mvt".formatted(layer, tile.z(), tile.x(), tile.y());
    }

    private static List<VectorTile.Tile.Layer> layers(byte[] tile) throws Exception {
        return VectorTile.Tile.parseFrom(tile).getLayersList();
    }

    private void importLevel(String level, GeoJson file) {
        territory.importUnits(
                new UnitImport(level, level, "", "{code}", "{name}", "{code}", "", "2026-01-01"),
                file.stream(),
                _ -> {});
    }
}
