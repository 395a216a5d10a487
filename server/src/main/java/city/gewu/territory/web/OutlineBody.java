package city.gewu.territory.web;

import city.gewu.platform.Named;
import city.gewu.territory.model.UnitShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/// A unit with its outline as the coordinates of a GeoJSON MultiPolygon.
record OutlineBody(
        String code,
        Named name,
        String parent,
        double areaM2,
        List<List<List<List<Double>>>> coordinates) {

    static OutlineBody of(UnitShape unit) {
        return new OutlineBody(
                unit.code(),
                unit.unit().name(),
                unit.unit().parent(),
                unit.unit().areaM2(),
                coordinates(unit.shape()));
    }

    static List<List<List<List<Double>>>> coordinates(Geometry shape) {
        var parts = new ArrayList<List<List<List<Double>>>>();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            if (shape.getGeometryN(i) instanceof Polygon polygon) {
                var rings = new ArrayList<List<List<Double>>>();
                rings.add(ring(polygon.getExteriorRing()));
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    rings.add(ring(polygon.getInteriorRingN(hole)));
                }
                parts.add(rings);
            }
        }
        return parts;
    }

    private static List<List<Double>> ring(LinearRing ring) {
        return Arrays.stream(ring.getCoordinates()).map(at -> List.of(at.x, at.y)).toList();
    }
}
