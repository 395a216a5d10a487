package city.gewu.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/// Unit grids as a city has them: gapless, bent along roads, none a square. Corners are shared and
/// shaken; every side is a bent line that both neighbours share.
final class Patchwork {

    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final int BENDS = 5;

    private final int side;
    private final Random random = new Random(20111231);
    private final Coordinate[][] corners;
    private final List<List<Coordinate>> across = new ArrayList<>();
    private final List<List<Coordinate>> down = new ArrayList<>();

    private Patchwork(int side) {
        this.side = side;
        corners = new Coordinate[side + 1][side + 1];
        for (int y = 0; y <= side; y++) {
            for (int x = 0; x <= side; x++) {
                corners[y][x] = new Coordinate(x + shake(0.3), y + shake(0.3));
            }
        }
        for (int y = 0; y <= side; y++) {
            for (int x = 0; x <= side; x++) {
                across.add(x < side ? bent(corners[y][x], corners[y][x + 1]) : List.of());
                down.add(y < side ? bent(corners[y][x], corners[y + 1][x]) : List.of());
            }
        }
    }

    /// `side` × `side` areas on a plane of one unit each.
    static List<Polygon> of(int side) {
        return new Patchwork(side).areas();
    }

    private List<Polygon> areas() {
        var areas = new ArrayList<Polygon>();
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                var ring = new ArrayList<Coordinate>();
                ring.addAll(line(across, x, y));
                ring.addAll(line(down, x + 1, y));
                ring.addAll(line(across, x, y + 1).reversed());
                ring.addAll(line(down, x, y).reversed());
                ring.add(ring.getFirst());
                areas.add(SHAPES.createPolygon(withoutRepeats(ring)));
            }
        }
        return areas;
    }

    private List<Coordinate> line(List<List<Coordinate>> lines, int x, int y) {
        return lines.get(y * (side + 1) + x);
    }

    private List<Coordinate> bent(Coordinate from, Coordinate to) {
        var line = new ArrayList<Coordinate>();
        line.add(from);
        for (int i = 1; i <= BENDS; i++) {
            double share = i / (BENDS + 1.0);
            line.add(
                    new Coordinate(
                            from.x + (to.x - from.x) * share + shake(0.04),
                            from.y + (to.y - from.y) * share + shake(0.04)));
        }
        line.add(to);
        return line;
    }

    private double shake(double by) {
        return (random.nextDouble() - 0.5) * 2 * by;
    }

    private static Coordinate[] withoutRepeats(List<Coordinate> ring) {
        var clean = new ArrayList<Coordinate>();
        for (var point : ring) {
            if (clean.isEmpty() || !clean.getLast().equals2D(point)) {
                clean.add(point);
            }
        }
        return clean.toArray(Coordinate[]::new);
    }
}
