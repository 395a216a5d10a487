package city.gewu.gazetteer.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.TestServer;
import city.gewu.catalogue.Catalogue;
import city.gewu.component.Components;
import city.gewu.database.TestDatabase;
import city.gewu.gazetteer.model.NamedPlace;
import city.gewu.gazetteer.model.PlaceKind;
import city.gewu.gazetteer.usecase.SearchPlaces;
import city.gewu.territory.GeoJson;
import city.gewu.territory.PointFile.Format;
import city.gewu.territory.Territory;
import city.gewu.territory.Territory.UnitImport;
import city.gewu.territory.TerritoryContext;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What somebody without an account may know of the map.
class OpenMapTest {

    private static TestServer server;

    @BeforeAll
    static void drawTheCity() {
        server = TestServer.start(TestDatabase.freshProperties());
        var territory = server.bean(Territory.class);
        territory.defineCity(TerritoryContext.smallCity());
        territory.importUnits(
                new UnitImport("district", "d", "", "{code}", "{name}", "{code}", "", "2026-01-01"),
                new GeoJson().box("A", 0, 0, 8, 4).stream(),
                _ -> {});
        territory.importBaseMap(
                "town.geojson",
                new GeoJson()
                                .feature(
                                        "\"layer\":\"road\",\"name\":\"桂花路\",\"class\":\"primary\"",
                                        "{\"type\":\"LineString\",\"coordinates\":[%s,%s]}"
                                                .formatted(
                                                        GeoJson.corner(0, 2), GeoJson.corner(8, 2)))
                                .feature(
                                        "\"layer\":\"building\",\"name\":\"桂花市场\",\"kind\":\"market\"",
                                        "{\"type\":\"Point\",\"coordinates\":%s}"
                                                .formatted(GeoJson.corner(1, 2)))
                                .stream());
        server.bean(Catalogue.class)
                .importScheme(
                        "1",
                        "c.csv",
                        GeoJson.stream(
                                """
                                kind,major_code,major_zh,major_en,minor_code,minor_zh,minor_en,confidence,condition,filing_zh,filing_en,closing_zh,closing_en,limit_amount,limit_unit
                                COMPONENT,C01,公用设施,Utilities,C0108,燃气井盖,Gas manhole,high,1,缺失,Missing,补齐,Replaced,4,WORK_HOUR
                                """));
        server.bean(Components.class)
                .importComponents(
                        "valves.csv",
                        Format.CSV,
                        GeoJson.stream(
                                """
                                code,category,name,department,state,longitude,latitude
                                4208010108000001,C0108,桂花阀,,,112.02,31.02
                                """));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static HttpResponse<String> ask(String path) throws IOException, InterruptedException {
        return server.browser().get(path);
    }

    private static String search(String typed) throws IOException, InterruptedException {
        return ask("/open/places?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8)).body();
    }

    @Test
    void aPlaceIsFoundByNameWithoutAnAccount() throws Exception {
        assertThat(search("桂花路")).contains("\"kind\":\"road\"", "\"position\":[112.0");
        assertThat(search("桂花市场")).contains("\"kind\":\"shop\"");
    }

    @Test
    void whereTheGasValvesLieIsNotForEverybody() throws Exception {
        assertThat(server.bean(SearchPlaces.class).search("桂花阀", Optional.empty()))
                .extracting(NamedPlace::kind)
                .contains(PlaceKind.COMPONENT);
        assertThat(search("桂花阀")).doesNotContain("component", "4208010108000001");
    }

    @Test
    void theBaseMapIsOpenAndNoOtherTileIs() throws Exception {
        assertThat(ask("/tiles/base/12/3322/1683.mvt").statusCode()).isIn(200, 204);
        assertThat(ask("/tiles/street/12/3322/1683.mvt").statusCode()).isEqualTo(401);
        assertThat(ask("/tiles/cases/12/3322/1683.mvt").statusCode()).isEqualTo(401);
        assertThat(ask("/api/places?q=a").statusCode()).isEqualTo(401);
    }
}
