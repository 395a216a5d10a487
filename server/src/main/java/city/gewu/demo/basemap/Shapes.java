package city.gewu.demo.basemap;

import city.gewu.demo.plan.Ground.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/// Between spots of the plan and the shapes of the geometry library, in metres.
final class Shapes {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private Shapes() {}

    static Polygon area(List<Spot> ring) {
        var coordinates = new ArrayList<Coordinate>();
        ring.forEach(spot -> coordinates.add(new Coordinate(spot.east(), spot.north())));
        coordinates.add(coordinates.getFirst());
        return FACTORY.createPolygon(coordinates.toArray(Coordinate[]::new));
    }

    static LineString line(List<Spot> line) {
        return FACTORY.createLineString(
                line.stream()
                        .map(spot -> new Coordinate(spot.east(), spot.north()))
                        .toArray(Coordinate[]::new));
    }

    static Stream<Geometry> parts(Geometry shape) {
        return Stream.iterate(0, i -> i < shape.getNumGeometries(), i -> i + 1)
                .map(shape::getGeometryN)
                .filter(part -> !part.isEmpty());
    }

    static List<List<Spot>> rings(Polygon polygon) {
        var rings = new ArrayList<List<Spot>>();
        rings.add(open(polygon.getExteriorRing()));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.add(open(polygon.getInteriorRingN(i)));
        }
        return rings;
    }

    private static List<Spot> open(LineString ring) {
        var spots = spots(ring);
        return spots.subList(0, spots.size() - 1);
    }

    static List<Spot> spots(Geometry line) {
        return Stream.of(line.getCoordinates()).map(at -> new Spot(at.x, at.y)).toList();
    }
}
