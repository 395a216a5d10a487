package city.gewu;

import city.gewu.catalogue.Catalogue;
import city.gewu.platform.Named;
import city.gewu.territory.City;
import city.gewu.territory.GeoJson;
import city.gewu.territory.Level;
import city.gewu.territory.Territory;
import city.gewu.territory.Territory.UnitImport;
import java.time.ZoneId;
import java.util.List;

/// The smallest town of a whole application: one ward, W1, a tenth of a degree wide from 112° east
/// and 31° north.
public final class TestTown {

    /// Broken roads and rubbish, four hours each.
    public static final String CATALOGUE =
            """
            kind,major_code,major_zh,major_en,minor_code,minor_zh,minor_en,confidence,condition,filing_zh,filing_en,closing_zh,closing_en,limit_amount,limit_unit
            INCIDENT,E01,市容环境,Appearance,E0113,道路破损,Broken road,high,1,破损,Broken,修好,Mended,4,WORK_HOUR
            INCIDENT,E01,市容环境,Appearance,E0110,暴露垃圾,Rubbish,high,1,有垃圾,Rubbish,清理,Cleared,4,WORK_HOUR
            """;

    private TestTown() {}

    /// Makes the town in the server's empty database, without what it counts.
    public static void found(TestServer server) {
        var territory = server.bean(Territory.class);
        territory.defineCity(
                new City(
                        "T",
                        new Named("小城", "Town"),
                        ZoneId.of("Asia/Shanghai"),
                        List.of(
                                new Level(1, "city", new Named("全市", "City"), ""),
                                new Level(2, "ward", new Named("片区", "Ward"), "city")),
                        112,
                        31,
                        10,
                        false));
        territory.importUnits(
                new UnitImport(
                        "ward", "ward.geojson", "", "{code}", "{name}", "{name}", "", "2020-01-01"),
                new GeoJson().box("W1", 0, 0, 10, 10).stream(),
                _ -> {});
    }

    /// Lays its categories down.
    public static void classify(TestServer server) {
        server.bean(Catalogue.class).importScheme("1", "c.csv", GeoJson.stream(CATALOGUE));
    }
}
