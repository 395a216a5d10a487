package city.gewu.territory.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/// Work on the points of borders. Neighbours keep exactly the same points along a common border, so
/// that nothing can open between them by rounding.
final class Rings {

    /// Degrees within which a point lies on a line: some hundred nanometres.
    private static final double ON_LINE = 1e-12;

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private Rings() {}

    /// The point of the border nearest to this one: a corner if one is near enough, else on an
    /// edge.
    ///
    /// @param corner degrees within which a corner is taken
    static Optional<Coordinate> nearest(Geometry area, Coordinate at, double corner) {
        Coordinate best = null;
        double distance = Double.MAX_VALUE;
        for (LinearRing ring : list(area)) {
            Coordinate[] points = ring.getCoordinates();
            for (int i = 1; i < points.length; i++) {
                Coordinate near = nearest(points[i - 1], points[i], at, corner);
                if (near.distance(at) < distance) {
                    best = near;
                    distance = near.distance(at);
                }
            }
        }
        return Optional.ofNullable(best).map(Coordinate::copy);
    }

    private static Coordinate nearest(Coordinate a, Coordinate b, Coordinate at, double corner) {
        Coordinate near = new LineSegment(a, b).closestPoint(at);
        if (near.distance(a) <= corner) {
            return a;
        }
        return near.distance(b) <= corner ? b : near;
    }

    static boolean hasPoint(Geometry area, Coordinate at) {
        return Arrays.stream(area.getCoordinates()).anyMatch(at::equals2D);
    }

    /// The same area with this point among those of its border, where the border passes there.
    static Geometry withPoint(Geometry area, Coordinate at) {
        if (area.getEnvelopeInternal().distance(new Envelope(at)) > 1e-9 || hasPoint(area, at)) {
            return area;
        }
        return mapped(area, points -> withPoint(points, at));
    }

    private static Coordinate[] withPoint(Coordinate[] points, Coordinate at) {
        for (int i = 1; i < points.length; i++) {
            if (Distance.pointToSegment(at, points[i - 1], points[i]) <= ON_LINE) {
                var more = new ArrayList<>(Arrays.asList(points));
                more.add(i, at.copy());
                return more.toArray(Coordinate[]::new);
            }
        }
        return points;
    }

    static Geometry moved(Geometry area, Coordinate from, Coordinate to) {
        return mapped(
                area,
                points ->
                        Arrays.stream(points)
                                .map(point -> point.equals2D(from) ? to.copy() : point)
                                .toArray(Coordinate[]::new));
    }

    /// Cuts the polygon along the path, whose ends are points of its outer ring and which lies
    /// inside otherwise.
    static List<Polygon> cut(Polygon area, List<Coordinate> path) {
        Coordinate[] ring = area.getExteriorRing().getCoordinates();
        int first = indexOf(ring, path.getFirst());
        int last = indexOf(ring, path.getLast());
        if (first < 0 || last < 0 || first == last) {
            return List.of();
        }
        var pieces =
                List.of(piece(ring, last, first, path), piece(ring, first, last, path.reversed()));
        return withHoles(area, pieces);
    }

    /// Along the ring from one index to the other, then back to the start along the path.
    private static Polygon piece(Coordinate[] ring, int from, int to, List<Coordinate> path) {
        var shell = new CoordinateList();
        shell.addAll(path, false);
        int closed = ring.length - 1;
        for (int i = from; i != to; i = (i + 1) % closed) {
            shell.add(ring[i].copy(), false);
        }
        shell.add(ring[to].copy(), false);
        shell.closeRing();
        return shell.size() < 4
                ? FACTORY.createPolygon()
                : FACTORY.createPolygon(shell.toCoordinateArray());
    }

    private static List<Polygon> withHoles(Polygon area, List<Polygon> pieces) {
        var holed = new ArrayList<Polygon>();
        for (Polygon piece : pieces) {
            var holes = new ArrayList<LinearRing>();
            for (int i = 0; i < area.getNumInteriorRing(); i++) {
                LinearRing hole = area.getInteriorRingN(i);
                if (piece.contains(FACTORY.createPolygon(hole).getInteriorPoint())) {
                    holes.add(hole);
                }
            }
            holed.add(
                    FACTORY.createPolygon(
                            piece.getExteriorRing(), holes.toArray(LinearRing[]::new)));
        }
        return holed;
    }

    private static int indexOf(Coordinate[] ring, Coordinate at) {
        for (int i = 0; i < ring.length - 1; i++) {
            if (ring[i].equals2D(at)) {
                return i;
            }
        }
        return -1;
    }

    static List<Polygon> polygons(Geometry area) {
        var all = new ArrayList<Polygon>();
        for (int i = 0; i < area.getNumGeometries(); i++) {
            if (area.getGeometryN(i) instanceof Polygon polygon) {
                all.add(polygon);
            }
        }
        return all;
    }

    static Geometry together(List<Polygon> parts) {
        return parts.size() == 1
                ? parts.getFirst()
                : FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
    }

    private static List<LinearRing> list(Geometry area) {
        var rings = new ArrayList<LinearRing>();
        for (Polygon part : polygons(area)) {
            rings.add(part.getExteriorRing());
            for (int i = 0; i < part.getNumInteriorRing(); i++) {
                rings.add(part.getInteriorRingN(i));
            }
        }
        return rings;
    }

    private static Geometry mapped(Geometry area, UnaryOperator<Coordinate[]> change) {
        var parts = new ArrayList<Polygon>();
        for (Polygon part : polygons(area)) {
            var holes = new LinearRing[part.getNumInteriorRing()];
            for (int i = 0; i < holes.length; i++) {
                holes[i] = ring(change.apply(part.getInteriorRingN(i).getCoordinates()));
            }
            var shell = ring(change.apply(part.getExteriorRing().getCoordinates()));
            parts.add(FACTORY.createPolygon(shell, holes));
        }
        return together(parts);
    }

    private static LinearRing ring(Coordinate[] points) {
        return FACTORY.createLinearRing(points);
    }
}
