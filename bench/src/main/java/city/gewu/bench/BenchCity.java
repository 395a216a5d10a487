package city.gewu.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.gewu.GewuApplication;
import city.gewu.catalogue.Catalogue;
import city.gewu.casework.Position;
import city.gewu.people.Department;
import city.gewu.people.People;
import city.gewu.platform.Named;
import city.gewu.territory.City;
import city.gewu.territory.Level;
import city.gewu.territory.Territory;
import city.gewu.territory.Territory.UnitImport;
import java.io.ByteArrayInputStream;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The whole application on a database of its own, with a city of 900 unit grids, one
/// department and one category.
final class BenchCity {

    static final String DEPARTMENT = "D1";
    static final String CATEGORY = "E0110";

    private static final String SCHEME =
            """
            kind,major_code,major_zh,major_en,minor_code,minor_zh,minor_en,confidence,condition,filing_zh,filing_en,closing_zh,closing_en,limit_amount,limit_unit
            INCIDENT,E01,市容环境,Appearance,E0110,暴露垃圾,Rubbish,high,1,有垃圾,rubbish,已清除,cleared,4,WORK_HOUR
            """;

    private static final double WEST = 112.0;
    private static final double SOUTH = 31.0;
    private static final double STEP = 0.001;
    private static final int SIDE = 30;

    private BenchCity() {}

    /// A place inside the grids, another for every number.
    static Position position(long number) {
        return new Position(
                WEST + STEP * (2 + number % (SIDE - 4)), SOUTH + STEP * (2 + number * 7 % (SIDE - 4)));
    }

    static ConfigurableApplicationContext open(BenchServer server, String database) {
        var context =
                new SpringApplicationBuilder(GewuApplication.class)
                        .run(server.settings(database, 12));
        context.getBean(Territory.class)
                .defineCity(
                        new City(
                                "BEN",
                                named("Bench"),
                                ZoneId.of("Asia/Shanghai"),
                                List.of(
                                        new Level(1, "city", named("City"), ""),
                                        new Level(2, "unit_grid", named("Grid"), "city")),
                                112.2,
                                31.0,
                                12,
                                true));
        context.getBean(People.class)
                .saveDepartment(new Department(DEPARTMENT, named("Sanitation"), "", "bureau"));
        context.getBean(Catalogue.class)
                .importScheme(
                        "bench", "bench.csv", new ByteArrayInputStream(SCHEME.getBytes(UTF_8)));
        context.getBean(Territory.class)
                .importUnits(
                        new UnitImport(
                                "unit_grid", "grids.geojson", "", "{code}", "{code}", "{code}", "", "2020-01-01"),
                        new ByteArrayInputStream(grids().getBytes(UTF_8)),
                        _ -> {});
        return context;
    }

    private static String grids() {
        var areas = Patchwork.of(SIDE);
        return IntStream.range(0, areas.size())
                .mapToObj(i -> feature(i, areas.get(i).getCoordinates()))
                .collect(
                        Collectors.joining(
                                ",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}"));
    }

    private static String feature(int number, Coordinate[] ring) {
        String corners =
                Arrays.stream(ring)
                        .map(
                                corner ->
                                        "[%.9f,%.9f]"
                                                .formatted(
                                                        WEST + STEP * corner.x,
                                                        SOUTH + STEP * corner.y))
                        .collect(Collectors.joining(","));
        return """
                {"type":"Feature","properties":{"code":"G%04d"},
                 "geometry":{"type":"Polygon","coordinates":[[%s]]}}"""
                .formatted(number, corners);
    }

    private static Named named(String name) {
        return new Named(name, name);
    }
}
