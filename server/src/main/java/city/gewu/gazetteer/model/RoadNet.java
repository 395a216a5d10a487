package city.gewu.gazetteer.model;

import city.gewu.engine.spatial.GroundDistance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.linearref.LengthIndexedLine;

/// The roads of the city by name, and where two of them meet.
public final class RoadNet {

    /// Two meetings of the same roads closer than this are one crossing: the lanes of one road.
    private static final double SAME_CROSSING_M = 120;

    /// A road that ends this near another one meets it.
    private static final double MEETS_DEGREES = GroundDistance.degreesUp(15);

    private static final double BESIDE_DEGREES = GroundDistance.degreesUp(250);

    private final List<Road> pieces;
    private final STRtree tree = new STRtree();

    private record Road(String name, Geometry line) {}

    private record Pair(String first, String second) {

        static Pair of(String a, String b) {
            return a.compareTo(b) <= 0 ? new Pair(a, b) : new Pair(b, a);
        }
    }

    private RoadNet(List<Road> pieces) {
        this.pieces = pieces;
        pieces.forEach(piece -> tree.insert(piece.line().getEnvelopeInternal(), piece));
        tree.build();
    }

    /// @param lines name and line of each piece of a road; pieces without a name are left out
    public static RoadNet of(List<Map.Entry<String, Geometry>> lines) {
        return new RoadNet(
                lines.stream()
                        .filter(line -> !line.getKey().isEmpty() && !line.getValue().isEmpty())
                        .map(line -> new Road(line.getKey(), line.getValue()))
                        .toList());
    }

    /// One place for each name, on the middle of its longest piece.
    public List<NamedPlace> listRoads() {
        var longest = new LinkedHashMap<String, Geometry>();
        for (var piece : pieces) {
            longest.merge(
                    piece.name(), piece.line(), (a, b) -> a.getLength() >= b.getLength() ? a : b);
        }
        return longest.entrySet().stream()
                .map(road -> {
                    var line = new LengthIndexedLine(road.getValue());
                    var middle = line.extractPoint(road.getValue().getLength() / 2);
                    return place(PlaceKind.ROAD, road.getKey(), List.of(road.getKey()), middle);
                })
                .toList();
    }

    public List<NamedPlace> listCrossings() {
        var met = new LinkedHashMap<Pair, List<NamedPlace>>();
        for (var road : pieces) {
            var reach = new Envelope(road.line().getEnvelopeInternal());
            reach.expandBy(MEETS_DEGREES);
            for (var other : within(reach)) {
                if (road.name().compareTo(other.name()) < 0) {
                    meet(road, other, met);
                }
            }
        }
        return met.values().stream().flatMap(List::stream).toList();
    }

    private static void meet(Road road, Road other, Map<Pair, List<NamedPlace>> met) {
        var meeting = road.line().buffer(MEETS_DEGREES, 2).intersection(other.line());
        var known = met.computeIfAbsent(Pair.of(road.name(), other.name()), _ -> new ArrayList<>());
        for (int i = 0; i < meeting.getNumGeometries(); i++) {
            var part = meeting.getGeometryN(i);
            if (!part.isEmpty()) {
                var at = part.getCentroid().getCoordinate();
                if (known.stream().allMatch(one -> one.metres(at.x, at.y) > SAME_CROSSING_M)) {
                    known.add(crossing(road.name(), other.name(), at));
                }
            }
        }
    }

    private static NamedPlace crossing(String first, String second, Coordinate at) {
        return place(
                PlaceKind.CROSSING,
                first + "与" + second + "路口",
                List.of(first + " " + second, second + " " + first),
                at);
    }

    /// The name of the nearest road, if one is not far.
    public Optional<String> findRoadBeside(double longitude, double latitude) {
        var point = new GeometryFactory().createPoint(new Coordinate(longitude, latitude));
        var reach = new Envelope(point.getCoordinate());
        reach.expandBy(BESIDE_DEGREES);
        return within(reach).stream()
                .min((a, b) -> Double.compare(a.line().distance(point), b.line().distance(point)))
                .map(Road::name);
    }

    private List<Road> within(Envelope reach) {
        var found = new ArrayList<Road>();
        tree.query(reach, item -> found.add((Road) item));
        return found;
    }

    private static NamedPlace place(
            PlaceKind kind, String name, List<String> words, Coordinate at) {
        return new NamedPlace(kind, name, words, "", name, at.x, at.y);
    }
}
