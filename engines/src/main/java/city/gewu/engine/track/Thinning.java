package city.gewu.engine.track;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Leaves out what a line can do without (Douglas-Peucker).
public final class Thinning {

    private Thinning() {}

    private record Span(int from, int to) {}

    /// Some of the points, so that none of those left out lies farther from the line than the
    /// tolerance. First and last stay.
    public static List<TrackPoint> thin(List<TrackPoint> line, double toleranceMetres) {
        if (line.size() <= 2) {
            return List.copyOf(line);
        }
        var plane = new Plane(line.getFirst().latitude());
        double[] x = line.stream().mapToDouble(p -> plane.x(p.longitude())).toArray();
        double[] y = line.stream().mapToDouble(p -> plane.y(p.latitude())).toArray();
        var kept = new BitSet(line.size());
        kept.set(0);
        kept.set(line.size() - 1);
        var open = new ArrayDeque<Span>();
        open.push(new Span(0, line.size() - 1));
        while (!open.isEmpty()) {
            var span = open.pop();
            int farthest = farthest(span, x, y, toleranceMetres);
            if (farthest > 0) {
                kept.set(farthest);
                open.push(new Span(span.from(), farthest));
                open.push(new Span(farthest, span.to()));
            }
        }
        var thinned = new ArrayList<TrackPoint>(kept.cardinality());
        for (int at = kept.nextSetBit(0); at >= 0; at = kept.nextSetBit(at + 1)) {
            thinned.add(line.get(at));
        }
        return thinned;
    }

    /// The point farthest from the way across the span, when it is beyond the tolerance; 0 for
    /// none.
    private static int farthest(Span span, double[] x, double[] y, double tolerance) {
        int farthest = 0;
        double metres = tolerance;
        for (int at = span.from() + 1; at < span.to(); at++) {
            double away =
                    Plane.metres(
                            x[at],
                            y[at],
                            x[span.from()],
                            y[span.from()],
                            x[span.to()],
                            y[span.to()]);
            if (away > metres) {
                metres = away;
                farthest = at;
            }
        }
        return farthest;
    }
}
