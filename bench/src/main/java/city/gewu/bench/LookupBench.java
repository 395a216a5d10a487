package city.gewu.bench;

import city.gewu.engine.spatial.AreaIndex;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/// Point to unit grid: our index beside the best one builds from JTS alone, one thread.
final class LookupBench {

    private static final int SIDE = 100;
    private static final int POINTS = 1_000_000;
    private static final int ROUNDS = 7;

    private final List<Polygon> areas = Patchwork.of(SIDE);
    private final AreaIndex ours;
    private final STRtree tree = new STRtree();
    private final double[] x = new double[POINTS];
    private final double[] y = new double[POINTS];

    private record Located(int index, IndexedPointInAreaLocator locator) {}

    private LookupBench() {
        ours = AreaIndex.of(areas);
        for (int i = 0; i < areas.size(); i++) {
            var locator = new IndexedPointInAreaLocator(areas.get(i));
            locator.locate(new Coordinate(0, 0));
            tree.insert(areas.get(i).getEnvelopeInternal(), new Located(i, locator));
        }
        tree.build();
        var random = new Random(7);
        for (int i = 0; i < POINTS; i++) {
            x[i] = random.nextDouble() * (SIDE + 2) - 1;
            y[i] = random.nextDouble() * (SIDE + 2) - 1;
        }
    }

    static void run(PrintStream out) {
        new LookupBench().compare(out);
    }

    private void compare(PrintStream out) {
        long outside = 0;
        for (int i = 0; i < POINTS; i++) {
            int mine = findInIndex(i);
            int theirs = findInTree(i);
            if (mine != theirs) {
                throw new IllegalStateException(
                        "At (%s, %s) the index says %d and the tree %d"
                                .formatted(x[i], y[i], mine, theirs));
            }
            outside += mine == AreaIndex.NONE ? 1 : 0;
        }
        var mine = new ArrayList<Double>();
        var theirs = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            mine.add(rate(this::findInIndex));
            theirs.add(rate(this::findInTree));
        }
        double a = LifecycleBench.median(mine);
        double b = LifecycleBench.median(theirs);
        out.printf(
                "%,d areas of %d corners, %,d points (%,d outside), equal answers; %.1f %% of cells"
                        + " need a test.%n%n",
                areas.size(),
                areas.getFirst().getNumPoints(),
                POINTS,
                outside,
                100 * ours.borderShare());
        out.println("| | points/s | × STRtree |");
        out.println("|---|---|---|");
        out.printf("| AreaIndex | %,.0f | %.1f |%n", a, a / b);
        out.printf("| STRtree + IndexedPointInAreaLocator | %,.0f | 1.0 |%n", b);
    }

    private static double rate(IntUnaryOperator find) {
        long start = System.nanoTime();
        long sum = 0;
        for (int i = 0; i < POINTS; i++) {
            sum += find.applyAsInt(i);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (sum == 0) {
            throw new IllegalStateException("No point was found at all");
        }
        return POINTS / seconds;
    }

    private int findInIndex(int i) {
        return ours.find(x[i], y[i]);
    }

    /// A point on a border belongs to the first area, as in the index.
    private int findInTree(int i) {
        var point = new Coordinate(x[i], y[i]);
        int found = AreaIndex.NONE;
        for (Object each : tree.query(new Envelope(point))) {
            var area = (Located) each;
            if ((found == AreaIndex.NONE || area.index() < found)
                    && area.locator().locate(point) != Location.EXTERIOR) {
                found = area.index();
            }
        }
        return found;
    }
}
