package city.gewu.engine.spatial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/// Draws paths into one tile: moved to its coordinates, cut at its edge, thinned to what a screen
/// can show.
///
/// Thinning rounds every position to a grid and drops what falls together. Neighbours that share a
/// border round it alike, so no gap opens between them at any zoom.
final class TilePen {

    /// Room around the tile, so that wide lines and cut edges stay out of sight.
    private static final int MARGIN = 256;

    /// From here on tiles are enlarged rather than replaced and keep every position.
    private static final int FULL_DETAIL_ZOOM = 14;

    private static final int COARSE_GRID = 4;

    private final TileAddress tile;
    private final double scale;
    private final int grid;
    private final Envelope frame;

    TilePen(TileAddress tile) {
        this.tile = tile;
        this.scale = (double) (1 << tile.z()) * VectorTile.EXTENT;
        this.grid = tile.z() < FULL_DETAIL_ZOOM ? COARSE_GRID : 1;
        this.frame = tile.worldBounds((double) MARGIN / VectorTile.EXTENT);
    }

    List<int[]> draw(VectorTile.Kind kind, List<double[]> paths, Envelope bounds) {
        var drawn = new ArrayList<int[]>();
        if (!frame.intersects(bounds)) {
            return drawn;
        }
        boolean cut = !frame.covers(bounds);
        boolean outerLost = false;
        for (double[] path : paths) {
            double[] moved = moved(path);
            switch (kind) {
                case POINT -> addPoints(moved, drawn);
                case LINE -> {
                    if (cut) {
                        TileCut.lines(moved, -MARGIN, VectorTile.EXTENT + MARGIN)
                                .forEach(line -> addLine(line, drawn));
                    } else {
                        addLine(moved, drawn);
                    }
                }
                case AREA -> {
                    boolean outer = doubledArea(moved) > 0;
                    double[] kept =
                            cut ? TileCut.ring(moved, -MARGIN, VectorTile.EXTENT + MARGIN) : moved;
                    int[] ring = thinned(kept, true);
                    boolean lost = ring.length < 6 || (doubledArea(ring) > 0) != outer;
                    outerLost = outer ? lost : outerLost;
                    if (!lost && !outerLost) {
                        drawn.add(ring);
                    }
                }
            }
        }
        return drawn;
    }

    private void addPoints(double[] points, List<int[]> to) {
        for (int i = 0; i < points.length; i += 2) {
            boolean inside =
                    points[i] >= 0
                            && points[i] < VectorTile.EXTENT
                            && points[i + 1] >= 0
                            && points[i + 1] < VectorTile.EXTENT;
            if (inside) {
                to.add(new int[] {(int) points[i], (int) points[i + 1]});
            }
        }
    }

    private void addLine(double[] line, List<int[]> to) {
        int[] thin = thinned(line, false);
        if (thin.length >= 4) {
            to.add(thin);
        }
    }

    private double[] moved(double[] path) {
        var moved = new double[path.length];
        for (int i = 0; i < path.length; i += 2) {
            moved[i] = path[i] * scale - (double) tile.x() * VectorTile.EXTENT;
            moved[i + 1] = path[i + 1] * scale - (double) tile.y() * VectorTile.EXTENT;
        }
        return moved;
    }

    /// Rounded positions without repeats and without those in the middle of a straight line; a ring
    /// loses its closing position.
    private int[] thinned(double[] path, boolean ring) {
        var thin = new int[path.length];
        int used = 0;
        for (int i = 0; i < path.length; i += 2) {
            int x = (int) Math.round(path[i] / grid) * grid;
            int y = (int) Math.round(path[i + 1] / grid) * grid;
            if (used >= 2 && thin[used - 2] == x && thin[used - 1] == y) {
                continue;
            }
            if (used >= 4 && between(thin, used, x, y)) {
                used -= 2;
            }
            thin[used++] = x;
            thin[used++] = y;
        }
        if (ring && used >= 4 && thin[0] == thin[used - 2] && thin[1] == thin[used - 1]) {
            used -= 2;
        }
        return Arrays.copyOf(thin, used);
    }

    /// Whether the last position lies straight between the one before it and the new one.
    private static boolean between(int[] thin, int used, int x, int y) {
        long ax = (long) thin[used - 2] - thin[used - 4];
        long ay = (long) thin[used - 1] - thin[used - 3];
        long bx = (long) x - thin[used - 2];
        long by = (long) y - thin[used - 1];
        return ax * by == ay * bx && ax * bx + ay * by > 0;
    }

    private static double doubledArea(double[] ring) {
        double sum = 0;
        int last = ring.length - 2;
        for (int i = 0; i < ring.length; i += 2) {
            int before = i == 0 ? last : i - 2;
            sum += ring[before] * ring[i + 1] - ring[i] * ring[before + 1];
        }
        return sum;
    }

    private static double doubledArea(int[] ring) {
        return doubledArea(Arrays.stream(ring).asDoubleStream().toArray());
    }
}
