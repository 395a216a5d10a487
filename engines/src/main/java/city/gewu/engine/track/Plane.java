package city.gewu.engine.track;

import city.gewu.engine.spatial.GroundDistance;

/// A flat map in metres around a latitude, right to a promille within a city.
final class Plane {

    private final double acrossDegree;
    private final double upDegree;

    Plane(double latitude) {
        this.upDegree = 1 / GroundDistance.degreesUp(1);
        this.acrossDegree = 1 / GroundDistance.degreesAcross(1, latitude);
    }

    double x(double longitude) {
        return longitude * acrossDegree;
    }

    double y(double latitude) {
        return latitude * upDegree;
    }

    /// Metres from a point to the way between two others.
    static double metres(double x, double y, double fromX, double fromY, double toX, double toY) {
        double acrossX = toX - fromX;
        double acrossY = toY - fromY;
        double length = acrossX * acrossX + acrossY * acrossY;
        double part =
                length == 0
                        ? 0
                        : Math.clamp(
                                ((x - fromX) * acrossX + (y - fromY) * acrossY) / length, 0, 1);
        return Math.hypot(x - fromX - part * acrossX, y - fromY - part * acrossY);
    }
}
