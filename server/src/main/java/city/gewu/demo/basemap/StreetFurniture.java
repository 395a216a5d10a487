package city.gewu.demo.basemap;

import city.gewu.demo.plan.CityPlan.Road;
import city.gewu.demo.plan.Ground.Spot;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Sets lamps, covers, bins, signs and trees along the roads of the demo city, as GeoJSON.
public final class StreetFurniture {

    private static final double PRIMARY_HALF_WIDTH_M = 14;
    private static final double OTHER_HALF_WIDTH_M = 8;

    /// What stands along a road.
    ///
    /// @param everyM from one to the next
    /// @param inside how far in from the edge of the carriageway; below zero outside of it
    private record Kind(
            String category, String name, String department, double everyM, double inside) {}

    private static final List<Kind> KINDS =
            List.of(
                    new Kind("C0137", "路灯", "LDGL", 90, -1),
                    new Kind("C0103", "雨水井盖", "PSGS", 160, 1),
                    new Kind("C0102", "污水井盖", "PSGS", 240, 4),
                    new Kind("C0107", "通信井盖", "TXJS", 310, -2),
                    new Kind("C0305", "垃圾箱", "", 190, -2),
                    new Kind("C0212", "路名牌", "SZWH", 620, -1),
                    new Kind("C0213", "交通标志牌", "JJZD", 370, -1),
                    new Kind("C0204", "公交站亭", "", 900, -2),
                    new Kind("C0124", "消防栓", "", 680, -2));

    private final Function<Spot, Optional<String>> countyOf;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> onRoad = new HashMap<>();
    private final GeoJsonText json = new GeoJsonText();

    /// @param countyOf code of the county that holds a spot; empty outside the city
    public StreetFurniture(Function<Spot, Optional<String>> countyOf) {
        this.countyOf = countyOf;
    }

    public InputStream draw(List<Road> roads) {
        for (var road : roads) {
            for (var kind : KINDS) {
                road.stretches().forEach(stretch -> line(road, kind, stretch));
            }
        }
        return json.finish();
    }

    private void line(Road road, Kind kind, List<Spot> stretch) {
        double next = kind.everyM() / 2;
        double gone = 0;
        for (int i = 1; i < stretch.size(); i++) {
            var from = stretch.get(i - 1);
            var to = stretch.get(i);
            double length = from.distance(to);
            while (length > 0 && next <= gone + length) {
                set(road, kind, from, to, (next - gone) / length);
                next += kind.everyM();
            }
            gone += length;
        }
    }

    /// On the left and on the right of the road by turns.
    private void set(Road road, Kind kind, Spot from, Spot to, double share) {
        int onThisRoad = onRoad.merge(road.name().zh() + kind.category(), 1, Integer::sum);
        double half = road.kind().equals("primary") ? PRIMARY_HALF_WIDTH_M : OTHER_HALF_WIDTH_M;
        double aside = (half - kind.inside()) * (onThisRoad % 2 == 0 ? 1 : -1);
        double length = from.distance(to);
        var middle = from.towards(to, share);
        var spot =
                new Spot(
                        middle.east() - (to.north() - from.north()) / length * aside,
                        middle.north() + (to.east() - from.east()) / length * aside);
        countyOf.apply(spot)
                .filter(county -> !county.isEmpty())
                .ifPresent(county -> add(road, kind, spot, county, onThisRoad));
    }

    private void add(Road road, Kind kind, Spot spot, String county, int onThisRoad) {
        var minor = county + kind.category().substring(1);
        var code = "%s%06d".formatted(minor, numbers.merge(minor, 1, Integer::sum));
        json.addPoint(
                Map.of(
                        "code", code,
                        "category", kind.category(),
                        "name", "%s%s%d号".formatted(road.name().zh(), kind.name(), onThisRoad),
                        "department", kind.department(),
                        "state", "IN_USE"),
                spot);
    }
}
