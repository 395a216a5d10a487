package city.gewu.demo.basemap;

import city.gewu.demo.book.Table;
import city.gewu.demo.plan.CityPlan;
import city.gewu.demo.plan.CityPlan.Street;
import city.gewu.demo.plan.Ground.Spot;
import city.gewu.platform.Named;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/// The units of each level of the demo city, as GeoJSON with the properties `code`, `zh`, `en` and
/// `parent`.
public final class UnitLayers {

    private UnitLayers() {}

    /// @param level `district`, `street`, `community`, `unit_grid` or `duty_grid`
    public static InputStream draw(CityPlan plan, String level) {
        var json = new GeoJsonText();
        switch (level) {
            case "district" -> addDistricts(json, plan);
            case "street" ->
                    plan.streets()
                            .forEach(s -> add(json, s.code(), s.name(), s.district(), s.ring()));
            case "community" ->
                    plan.communities()
                            .forEach(c -> add(json, c.code(), c.name(), c.street(), c.ring()));
            case "unit_grid" ->
                    plan.unitGrids()
                            .forEach(u ->
                                    add(
                                            json,
                                            u.code(),
                                            new Named(u.code(), u.code()),
                                            u.community(),
                                            u.ring()));
            case "duty_grid" ->
                    plan.dutyGrids()
                            .forEach(d -> add(json, d.code(), d.name(), d.street(), d.ring()));
            default -> throw new IllegalArgumentException("The demo city has no level " + level);
        }
        return json.finish();
    }

    private static void addDistricts(GeoJsonText json, CityPlan plan) {
        for (var row : Table.read("plan/districts.csv")) {
            var code = row.getField("code");
            var streets =
                    plan.streets().stream()
                            .filter(street -> street.district().equals(code))
                            .map(Street::ring)
                            .map(Shapes::area)
                            .toList();
            if (UnaryUnionOp.union(streets) instanceof Polygon whole) {
                json.addPolygon(
                        properties(code, new Named(row.getField("zh"), row.getField("en")), "JM"),
                        Shapes.rings(whole));
            }
        }
    }

    private static void add(
            GeoJsonText json, String code, Named name, String parent, List<Spot> ring) {
        json.addPolygon(properties(code, name, parent), List.of(ring));
    }

    private static Map<String, String> properties(String code, Named name, String parent) {
        return Map.of("code", code, "zh", name.zh(), "en", name.en(), "parent", parent);
    }
}
