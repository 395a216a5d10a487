package city.gewu.territory.geojson;

import city.gewu.platform.RefusedException;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/// Turns the coordinates of a feature into a geometry in WGS84 degrees.
public final class ShapeReader {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final ReferenceSystem system;

    public ShapeReader(ReferenceSystem system) {
        this.system = system;
    }

    /// @param label names the feature in messages, its code included where it is known
    /// @throws RefusedException `territory.bad-geometry` for a ring that is open or too short,
    ///   `territory.bad-coordinates` for positions that are no degrees
    public Geometry shape(Feature feature, String label) {
        return switch (feature.type()) {
            case "Point" ->
                    FACTORY.createPoint(sequence(feature.parts().getFirst().getFirst(), label));
            case "LineString", "MultiLineString" -> lines(feature, label);
            default -> area(feature, label);
        };
    }

    private Geometry lines(Feature feature, String label) {
        var lines = new ArrayList<LineString>();
        for (List<double[]> part : feature.parts()) {
            if (part.getFirst().length < 4) {
                throw bad(label, "a line has fewer than two positions", part.getFirst());
            }
            lines.add(FACTORY.createLineString(sequence(part.getFirst(), label)));
        }
        return lines.size() == 1
                ? lines.getFirst()
                : FACTORY.createMultiLineString(lines.toArray(LineString[]::new));
    }

    private Geometry area(Feature feature, String label) {
        var polygons = new ArrayList<Polygon>();
        for (List<double[]> part : feature.parts()) {
            var rings = new ArrayList<LinearRing>();
            for (double[] line : part) {
                rings.add(ring(line, label));
            }
            if (rings.isEmpty()) {
                throw bad(label, "a polygon has no ring", new double[0]);
            }
            var holes = rings.subList(1, rings.size()).toArray(LinearRing[]::new);
            polygons.add(FACTORY.createPolygon(rings.getFirst(), holes));
        }
        if (polygons.isEmpty()) {
            throw bad(label, "it has no polygon", new double[0]);
        }
        return polygons.size() == 1
                ? polygons.getFirst()
                : FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private LinearRing ring(double[] line, String label) {
        int last = line.length - 2;
        if (line.length < 8) {
            throw bad(label, "a ring has fewer than four positions", line);
        }
        if (line[0] != line[last] || line[1] != line[last + 1]) {
            throw bad(
                    label,
                    "a ring is open, it ends at (%s, %s) and begins"
                            .formatted(line[last], line[last + 1]),
                    line);
        }
        return FACTORY.createLinearRing(sequence(line, label));
    }

    private PackedCoordinateSequence sequence(double[] line, String label) {
        double[] moved = system.toWgs84().apply(line);
        for (int i = 0; i < moved.length; i += 2) {
            if (!(Math.abs(moved[i]) <= 180 && Math.abs(moved[i + 1]) <= 90)) {
                throw new RefusedException(
                        "territory.bad-coordinates",
                        "%s has a position (%s, %s) that is no longitude and latitude%s."
                                .formatted(
                                        label,
                                        line[i],
                                        line[i + 1],
                                        system.declared()
                                                ? " in (%s)".formatted(system.name())
                                                : ""),
                        system.declared()
                                ? "Check which coordinate system the file is in, and set `crs` for"
                                        + " this level in the city file."
                                : "The file is in another coordinate system than WGS84: set `crs`"
                                        + " for this level in the city file, such as EPSG:2249.");
            }
        }
        return new PackedCoordinateSequence.Double(moved, 2, 0);
    }

    private static RefusedException bad(String label, String why, double[] line) {
        String at = line.length < 2 ? "" : " at (%s, %s)".formatted(line[0], line[1]);
        return new RefusedException(
                "territory.bad-geometry",
                "%s is no area: %s%s.".formatted(label, why, at),
                "Repair the feature in your GIS and export the layer again.");
    }
}
