package city.gewu.demo.plan;

import java.util.List;

/// Bends the drawing board onto the ground and measures there.
public final class Ground {

    private static final double CENTRE_LONGITUDE = 112.20;
    private static final double CENTRE_LATITUDE = 31.03;

    /// Metres of a degree at the centre's latitude on the WGS84 ellipsoid.
    private static final double METRES_EAST = 95_470;

    private static final double METRES_NORTH = 110_870;
    private static final double TURN = Math.toRadians(9);

    private Ground() {}

    /// A point on the ground, in metres east and north of the centre, on a grid of ten centimetres:
    /// corners that two areas share are the same to the last digit.
    public record Spot(double east, double north) {

        public double longitude() {
            return round(CENTRE_LONGITUDE + east / METRES_EAST, 1e7);
        }

        public double latitude() {
            return round(CENTRE_LATITUDE + north / METRES_NORTH, 1e7);
        }

        public double distance(Spot other) {
            return Math.hypot(east - other.east, north - other.north);
        }

        public Spot towards(Spot other, double share) {
            return new Spot(
                    east + (other.east - east) * share, north + (other.north - north) * share);
        }
    }

    /// Long waves and a turn: lines that were straight become roads with bends.
    static Spot spot(Vertex corner) {
        double x = corner.x();
        double y = corner.y();
        double bentX = x + 150 * Math.sin(y / 1150 + 0.6) + 55 * Math.sin(x / 1000 + y / 700);
        double bentY = y + 130 * Math.sin(x / 1250 + 1.1) + 50 * Math.sin(y / 900 - x / 800);
        return new Spot(
                round(bentX * Math.cos(TURN) - bentY * Math.sin(TURN), 10),
                round(bentX * Math.sin(TURN) + bentY * Math.cos(TURN), 10));
    }

    static List<Spot> spots(List<Vertex> corners) {
        return corners.stream().map(Ground::spot).toList();
    }

    /// Square metres inside the ring, above zero when it runs anticlockwise.
    public static double area(List<Spot> ring) {
        double twice = 0;
        for (int i = 0; i < ring.size(); i++) {
            var a = ring.get(i);
            var b = ring.get((i + 1) % ring.size());
            twice += a.east * b.north - b.east * a.north;
        }
        return twice / 2;
    }

    public static Spot middle(List<Spot> ring) {
        double east = 0;
        double north = 0;
        for (var spot : ring) {
            east += spot.east;
            north += spot.north;
        }
        return new Spot(east / ring.size(), north / ring.size());
    }

    private static double round(double value, double scale) {
        return Math.round(value * scale) / scale;
    }
}
