package city.gewu.engine.spatial;

/// The shifted coordinates of Chinese web maps and phones (火星坐标系, GCJ-02), turned into WGS84 at the
/// door; nothing inside is ever in GCJ-02.
///
/// The forward shift is the published approximation; the way back is found by iteration, to better
/// than a centimetre. Outside the box around China there is no shift.
public final class Gcj02 {

    private static final double SEMI_MAJOR_AXIS = 6_378_245.0;
    private static final double ECCENTRICITY_SQUARED = 0.006693421622965943;
    private static final int ROUNDS = 12;
    private static final double CLOSE_ENOUGH_DEGREES = 1e-10;

    private Gcj02() {}

    /// Longitude and latitude in WGS84 degrees of a point given in GCJ-02 degrees.
    public static double[] toWgs84(double longitude, double latitude) {
        double x = longitude;
        double y = latitude;
        for (int round = 0; round < ROUNDS; round++) {
            double[] shifted = fromWgs84(x, y);
            double errorX = longitude - shifted[0];
            double errorY = latitude - shifted[1];
            x += errorX;
            y += errorY;
            if (Math.abs(errorX) < CLOSE_ENOUGH_DEGREES
                    && Math.abs(errorY) < CLOSE_ENOUGH_DEGREES) {
                break;
            }
        }
        return new double[] {x, y};
    }

    /// Longitude and latitude in GCJ-02 degrees of a point given in WGS84 degrees.
    public static double[] fromWgs84(double longitude, double latitude) {
        if (longitude < 72.004 || longitude > 137.8347 || latitude < 0.8293 || latitude > 55.8271) {
            return new double[] {longitude, latitude};
        }
        double x = longitude - 105.0;
        double y = latitude - 35.0;
        double phi = Math.toRadians(latitude);
        double magic = 1 - ECCENTRICITY_SQUARED * Math.sin(phi) * Math.sin(phi);
        double meridian = SEMI_MAJOR_AXIS * (1 - ECCENTRICITY_SQUARED) / (magic * Math.sqrt(magic));
        double parallel = SEMI_MAJOR_AXIS / Math.sqrt(magic) * Math.cos(phi);
        return new double[] {
            longitude + Math.toDegrees(eastShift(x, y) / parallel),
            latitude + Math.toDegrees(northShift(x, y) / meridian)
        };
    }

    private static double northShift(double x, double y) {
        return -100.0
                + 2.0 * x
                + 3.0 * y
                + 0.2 * y * y
                + 0.1 * x * y
                + 0.2 * Math.sqrt(Math.abs(x))
                + (20.0 * Math.sin(6.0 * x * Math.PI) + 20.0 * Math.sin(2.0 * x * Math.PI)) * 2 / 3
                + (20.0 * Math.sin(y * Math.PI) + 40.0 * Math.sin(y / 3.0 * Math.PI)) * 2 / 3
                + (160.0 * Math.sin(y / 12.0 * Math.PI) + 320.0 * Math.sin(y * Math.PI / 30.0))
                        * 2
                        / 3;
    }

    private static double eastShift(double x, double y) {
        return 300.0
                + x
                + 2.0 * y
                + 0.1 * x * x
                + 0.1 * x * y
                + 0.1 * Math.sqrt(Math.abs(x))
                + (20.0 * Math.sin(6.0 * x * Math.PI) + 20.0 * Math.sin(2.0 * x * Math.PI)) * 2 / 3
                + (20.0 * Math.sin(x * Math.PI) + 40.0 * Math.sin(x / 3.0 * Math.PI)) * 2 / 3
                + (150.0 * Math.sin(x / 12.0 * Math.PI) + 300.0 * Math.sin(x / 30.0 * Math.PI))
                        * 2
                        / 3;
    }
}
