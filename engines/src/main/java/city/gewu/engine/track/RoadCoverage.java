package city.gewu.engine.track;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.index.strtree.STRtree;

/// How much of some roads somebody passed by.
///
/// @param passedMetres metres of road that lie near the track
/// @param metres of all the roads
public record RoadCoverage(double passedMetres, double metres) {

    /// Roads are looked at in pieces of this length.
    private static final double PIECE = 10;

    /// From 0 to 1; 0 when there is no road.
    public double share() {
        return metres == 0 ? 0 : passedMetres / metres;
    }

    /// @param roads lines in WGS84 degrees
    /// @param within metres from the track that count as passed
    public static RoadCoverage of(
            List<? extends Geometry> roads, List<Track.Step> steps, double within) {
        if (roads.isEmpty()) {
            return new RoadCoverage(0, 0);
        }
        var plane = new Plane(roads.getFirst().getCoordinate().y);
        var track = index(steps, plane, within);
        double all = 0;
        double passed = 0;
        for (var road : roads) {
            for (int part = 0; part < road.getNumGeometries(); part++) {
                if (road.getGeometryN(part) instanceof LineString line) {
                    var along = along(line.getCoordinates(), plane, track, within);
                    all += along.metres();
                    passed += along.passedMetres();
                }
            }
        }
        return new RoadCoverage(passed, all);
    }

    private record Way(double fromX, double fromY, double toX, double toY) {}

    private static STRtree index(List<Track.Step> steps, Plane plane, double within) {
        var tree = new STRtree();
        for (var step : steps) {
            var way =
                    new Way(
                            plane.x(step.from().longitude()),
                            plane.y(step.from().latitude()),
                            plane.x(step.to().longitude()),
                            plane.y(step.to().latitude()));
            var box = new Envelope(way.fromX(), way.toX(), way.fromY(), way.toY());
            box.expandBy(within);
            tree.insert(box, way);
        }
        tree.build();
        return tree;
    }

    private static RoadCoverage along(
            Coordinate[] line, Plane plane, STRtree track, double within) {
        double all = 0;
        double passed = 0;
        for (int i = 1; i < line.length; i++) {
            double fromX = plane.x(line[i - 1].x);
            double fromY = plane.y(line[i - 1].y);
            double acrossX = plane.x(line[i].x) - fromX;
            double acrossY = plane.y(line[i].y) - fromY;
            double length = Math.hypot(acrossX, acrossY);
            int pieces = (int) Math.max(1, Math.ceil(length / PIECE));
            all += length;
            for (int piece = 0; piece < pieces; piece++) {
                double part = (piece + 0.5) / pieces;
                if (isNear(fromX + part * acrossX, fromY + part * acrossY, track, within)) {
                    passed += length / pieces;
                }
            }
        }
        return new RoadCoverage(passed, all);
    }

    private static boolean isNear(double x, double y, STRtree track, double within) {
        for (Object found : track.query(new Envelope(x, x, y, y))) {
            if (found instanceof Way way
                    && Plane.metres(x, y, way.fromX(), way.fromY(), way.toX(), way.toY())
                            <= within) {
                return true;
            }
        }
        return false;
    }
}
