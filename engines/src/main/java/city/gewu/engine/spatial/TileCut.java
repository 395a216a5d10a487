package city.gewu.engine.spatial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Cuts paths at a square from `low` to `high` in both directions.
final class TileCut {

    private TileCut() {}

    /// The ring inside the square (Sutherland and Hodgman, one side after the other); where it
    /// leaves and comes back it follows the edge.
    static double[] ring(double[] ring, double low, double high) {
        double[] kept = ring;
        for (int axis = 0; axis < 2 && kept.length > 0; axis++) {
            kept = side(kept, axis, low, 1);
            kept = side(kept, axis, high, -1);
        }
        return kept;
    }

    /// What lies on one side of a line across the axis.
    ///
    /// @param sign 1 to keep what is greater, -1 to keep what is less
    private static double[] side(double[] ring, int axis, double limit, int sign) {
        var kept = new double[ring.length * 2 + 4];
        int used = 0;
        for (int i = 0; i < ring.length; i += 2) {
            int before = i == 0 ? ring.length - 2 : i - 2;
            boolean wasIn = sign * (ring[before + axis] - limit) >= 0;
            boolean isIn = sign * (ring[i + axis] - limit) >= 0;
            if (wasIn != isIn) {
                double share =
                        (limit - ring[before + axis]) / (ring[i + axis] - ring[before + axis]);
                kept[used + axis] = limit;
                kept[used + 1 - axis] =
                        ring[before + 1 - axis]
                                + share * (ring[i + 1 - axis] - ring[before + 1 - axis]);
                used += 2;
            }
            if (isIn) {
                kept[used++] = ring[i];
                kept[used++] = ring[i + 1];
            }
        }
        return Arrays.copyOf(kept, used);
    }

    /// The pieces of a line inside the square.
    static List<double[]> lines(double[] line, double low, double high) {
        var pieces = new ArrayList<double[]>();
        var piece = new double[line.length * 2];
        int used = 0;
        var share = new double[2];
        for (int i = 2; i < line.length; i += 2) {
            double x = line[i - 2];
            double y = line[i - 1];
            double dx = line[i] - x;
            double dy = line[i + 1] - y;
            share[0] = 0;
            share[1] = 1;
            boolean seen = within(x, dx, low, high, share) && within(y, dy, low, high, share);
            if (!seen || share[0] > 0) {
                used = flush(piece, used, pieces);
            }
            if (!seen) {
                continue;
            }
            if (used == 0) {
                piece[used++] = x + share[0] * dx;
                piece[used++] = y + share[0] * dy;
            }
            piece[used++] = x + share[1] * dx;
            piece[used++] = y + share[1] * dy;
            if (share[1] < 1) {
                used = flush(piece, used, pieces);
            }
        }
        flush(piece, used, pieces);
        return pieces;
    }

    private static int flush(double[] piece, int used, List<double[]> to) {
        if (used > 0) {
            to.add(Arrays.copyOf(piece, used));
        }
        return 0;
    }

    /// Narrows the share of a segment to what lies between the limits (Liang and Barsky).
    private static boolean within(
            double from, double delta, double low, double high, double[] share) {
        if (delta == 0) {
            return from >= low && from <= high;
        }
        double enters = ((delta > 0 ? low : high) - from) / delta;
        double leaves = ((delta > 0 ? high : low) - from) / delta;
        share[0] = Math.max(share[0], enters);
        share[1] = Math.min(share[1], leaves);
        return share[0] <= share[1];
    }
}
