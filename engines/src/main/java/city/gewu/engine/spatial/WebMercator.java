package city.gewu.engine.spatial;

/// The projection of map tiles, with the world as the unit square: (0, 0) is its north-west corner,
/// (1, 1) its south-east.
public final class WebMercator {

    /// Beyond this latitude the square ends.
    public static final double MAX_LATITUDE = Math.toDegrees(Math.atan(Math.sinh(Math.PI)));

    private WebMercator() {}

    public static double x(double longitude) {
        return longitude / 360 + 0.5;
    }

    public static double y(double latitude) {
        double phi = Math.toRadians(Math.clamp(latitude, -MAX_LATITUDE, MAX_LATITUDE));
        return 0.5 - Math.log(Math.tan(Math.PI / 4 + phi / 2)) / (2 * Math.PI);
    }

    public static double longitude(double x) {
        return (x - 0.5) * 360;
    }

    public static double latitude(double y) {
        return Math.toDegrees(Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)));
    }
}
