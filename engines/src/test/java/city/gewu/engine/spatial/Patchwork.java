package city.gewu.engine.spatial;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/// Areas that tile a rectangle without gap or overlap, with crooked borders they share to the last
/// bit. Fields have unit size on average.
final class Patchwork {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private Patchwork() {}

    static List<Geometry> crooked(int columns, int rows, long seed) {
        var random = new Random(seed);
        var corners = new Coordinate[2 * rows + 1][2 * columns + 1];
        for (int row = 0; row <= 2 * rows; row++) {
            for (int column = 0; column <= 2 * columns; column++) {
                boolean rimX = column == 0 || column == 2 * columns;
                boolean rimY = row == 0 || row == 2 * rows;
                corners[row][column] =
                        new Coordinate(
                                column / 2.0 + (rimX ? 0 : random.nextDouble(-0.2, 0.2)),
                                row / 2.0 + (rimY ? 0 : random.nextDouble(-0.2, 0.2)));
            }
        }
        var areas = new ArrayList<Geometry>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                areas.add(field(corners, 2 * row, 2 * column));
            }
        }
        return areas;
    }

    static Geometry polygon(double... xy) {
        var ring = new Coordinate[xy.length / 2 + 1];
        for (int i = 0; i < xy.length / 2; i++) {
            ring[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
        }
        ring[xy.length / 2] = ring[0].copy();
        return FACTORY.createPolygon(ring);
    }

    private static Geometry field(Coordinate[][] corners, int row, int column) {
        return FACTORY.createPolygon(
                new Coordinate[] {
                    corners[row][column],
                    corners[row][column + 1],
                    corners[row][column + 2],
                    corners[row + 1][column + 2],
                    corners[row + 2][column + 2],
                    corners[row + 2][column + 1],
                    corners[row + 2][column],
                    corners[row + 1][column],
                    corners[row][column]
                });
    }
}
