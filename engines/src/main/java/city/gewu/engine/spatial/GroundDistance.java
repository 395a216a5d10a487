package city.gewu.engine.spatial;

/// Distances on the ground between positions in degrees, on the mean sphere of WGS84: right to half
/// a percent, which is enough to say what lies nearby.
public final class GroundDistance {

    private static final double RADIUS = 6_371_008.8;

    private GroundDistance() {}

    /// Metres along the great circle.
    public static double metres(
            double longitude, double latitude, double otherLongitude, double otherLatitude) {
        double from = Math.toRadians(latitude);
        double to = Math.toRadians(otherLatitude);
        double across = Math.toRadians(otherLongitude - longitude);
        double half =
                Math.pow(Math.sin((to - from) / 2), 2)
                        + Math.cos(from) * Math.cos(to) * Math.pow(Math.sin(across / 2), 2);
        return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(half)));
    }

    /// Degrees of latitude that so many metres are.
    public static double degreesUp(double metres) {
        return Math.toDegrees(metres / RADIUS);
    }

    /// Degrees of longitude that so many metres are at a latitude.
    public static double degreesAcross(double metres, double latitude) {
        return degreesUp(metres) / Math.cos(Math.toRadians(latitude));
    }
}
