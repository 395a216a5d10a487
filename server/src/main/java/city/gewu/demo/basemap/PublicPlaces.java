package city.gewu.demo.basemap;

import city.gewu.demo.plan.CityPlan.Road;
import city.gewu.demo.plan.Ground.Spot;
import city.gewu.demo.plan.Landmark;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Sets toilets, markets, car parks, stall points and service points into the demo city, as
/// GeoJSON.
public final class PublicPlaces {

    private static final double TOILET_EVERY_M = 1_400;
    private static final double STALLS_EVERY_M = 3_800;
    private static final Set<String> WITH_TOILET =
            Set.of("park", "bus", "rail", "mall", "hospital", "culture");
    private static final Set<String> WITH_PARKING =
            Set.of("mall", "hospital", "rail", "bus", "culture", "gov");

    private final Predicate<Spot> inCity;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final GeoJsonText json = new GeoJsonText();

    /// @param inCity whether a spot lies in the city
    public PublicPlaces(Predicate<Spot> inCity) {
        this.inCity = inCity;
    }

    public InputStream draw(List<Road> roads, List<Landmark> landmarks) {
        landmarks.forEach(this::besideLandmark);
        for (var road : roads) {
            if (road.kind().equals("primary")) {
                alongRoad(road, TOILET_EVERY_M, "TOILET");
            } else if (road.kind().equals("secondary")) {
                alongRoad(road, STALLS_EVERY_M, "RELIEF_POINT");
            }
        }
        return json.finish();
    }

    private void besideLandmark(Landmark landmark) {
        var zh = landmark.name().zh();
        var en = landmark.name().en();
        if (WITH_TOILET.contains(landmark.kind())) {
            add("TOILET", zh + "公共厕所", en + " Toilet", zh + "旁", at(landmark, 25, 10));
        }
        if (WITH_PARKING.contains(landmark.kind())) {
            add("PARKING", zh + "停车场", en + " Car Park", zh + "旁", at(landmark, -30, 15));
        }
        if (landmark.kind().equals("market")) {
            add("MARKET", zh, en, zh, landmark.spot());
        }
        if (landmark.kind().equals("hall")) {
            add("SERVICE_POINT", zh + "便民服务点", en + " Service Point", zh, at(landmark, 5, 5));
        }
    }

    private static Spot at(Landmark landmark, double east, double north) {
        var spot = landmark.spot();
        return new Spot(spot.east() + east, spot.north() + north);
    }

    private void alongRoad(Road road, double everyM, String kind) {
        double next = everyM / 2;
        double gone = 0;
        for (var stretch : road.stretches()) {
            for (int i = 1; i < stretch.size(); i++) {
                var from = stretch.get(i - 1);
                double length = from.distance(stretch.get(i));
                while (length > 0 && next <= gone + length) {
                    var on = from.towards(stretch.get(i), (next - gone) / length);
                    onRoad(road, kind, new Spot(on.east() + 18, on.north() + 18));
                    next += everyM;
                }
                gone += length;
            }
        }
    }

    private void onRoad(Road road, String kind, Spot spot) {
        var zh = road.name().zh();
        var en = road.name().en();
        int number = numbers.merge(zh + kind, 1, Integer::sum);
        if (kind.equals("TOILET")) {
            add(kind, zh + number + "号公厕", en + " Toilet " + number, zh, spot);
        } else {
            add(kind, zh + number + "号疏导点", en + " Stall Point " + number, zh, spot);
        }
    }

    private void add(String kind, String zh, String en, String address, Spot spot) {
        if (!inCity.test(spot)) {
            return;
        }
        int number = numbers.merge(kind, 1, Integer::sum);
        json.addPoint(
                Map.of(
                        "code",
                        "%s-%04d".formatted(kind.toLowerCase(Locale.ROOT), number),
                        "kind",
                        kind,
                        "name",
                        zh,
                        "name_en",
                        en,
                        "address",
                        address,
                        "hours",
                        hours(kind, number),
                        "accessible",
                        Boolean.toString(number % 3 != 0),
                        "fee",
                        kind.equals("PARKING") ? "每小时 3 元" : "",
                        "state",
                        number % 41 == 0 ? "OUT_OF_SERVICE" : "IN_USE"),
                spot);
    }

    private static String hours(String kind, int number) {
        return switch (kind) {
            case "TOILET" -> number % 2 == 0 ? "24/7" : "Mo-Su 06:00-22:00";
            case "MARKET" -> "Mo-Su 05:30-19:00; 2027-02-06..2027-02-08 off";
            case "PARKING" -> "24/7";
            case "RELIEF_POINT" -> "Mo-Su 06:00-09:00,17:00-23:30";
            default -> "Mo-Fr 08:30-12:00,14:00-17:30; Sa 09:00-12:00";
        };
    }
}
