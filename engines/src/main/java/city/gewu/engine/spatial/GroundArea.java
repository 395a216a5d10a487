package city.gewu.engine.spatial;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/// The area on the ground of an area drawn in longitude and latitude, on the WGS84 ellipsoid.
///
/// An edge is the straight line between its ends on a map in degrees. The area under it towards the
/// equator is an integral of the authalic function, taken by Simpson's rule: for city-sized edges
/// exact to far below a square millimetre.
public final class GroundArea {

    private static final double SEMI_MAJOR_AXIS = 6_378_137.0;
    private static final double FLATTENING = 1 / 298.257223563;
    private static final double E2 = FLATTENING * (2 - FLATTENING);
    private static final double E = Math.sqrt(E2);

    private GroundArea() {}

    /// Square metres; holes are taken out, lines and points have none.
    public static double squareMetres(Geometry shape) {
        double sum = 0;
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            if (shape.getGeometryN(i) instanceof Polygon polygon) {
                sum += Math.abs(signed(polygon.getExteriorRing()));
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    sum -= Math.abs(signed(polygon.getInteriorRingN(hole)));
                }
            }
        }
        return sum;
    }

    /// Square metres that one square degree covers at this latitude, for small things.
    public static double squareMetresPerSquareDegree(double latitude) {
        double step = 0.0005;
        double band = authalic(latitude + step) - authalic(latitude - step);
        return band / (2 * step) * Math.toRadians(1) * SEMI_MAJOR_AXIS * SEMI_MAJOR_AXIS / 2;
    }

    private static double signed(LinearRing ring) {
        Coordinate[] at = ring.getCoordinates();
        double sum = 0;
        for (int i = 1; i < at.length; i++) {
            double from = at[i - 1].y;
            double to = at[i].y;
            double under = (authalic(from) + 4 * authalic((from + to) / 2) + authalic(to)) / 6;
            sum += Math.toRadians(at[i].x - at[i - 1].x) * under;
        }
        return sum * SEMI_MAJOR_AXIS * SEMI_MAJOR_AXIS / 2;
    }

    private static double authalic(double latitude) {
        double sin = Math.sin(Math.toRadians(latitude));
        double es = E * sin;
        return (1 - E2) * (sin / (1 - es * es) - Math.log((1 - es) / (1 + es)) / (2 * E));
    }
}
