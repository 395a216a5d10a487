package city.gewu.engine.spatial;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/// Which of many areas holds a point.
///
/// A flat raster lies over all areas. A cell that no border touches knows its answer; only a cell
/// on a border keeps the few areas that come into question, and those are tested exactly. So most
/// questions cost one array access.
///
/// Every point inside or on the border of any area belongs to exactly one: of several, the one with
/// the smallest index. A caller who sorts by code thus gives a shared border to the lowest code.
///
/// Immutable and safe for any number of threads.
public final class AreaIndex {

    /// The answer for a point outside all areas.
    public static final int NONE = -1;

    private final RasterFrame frame;

    /// 0: no area; positive: one area, its index plus one; negative: -1 minus where its candidates
    /// begin.
    private final int[] cells;

    /// For each border cell: how many, then their indexes from the smallest; the complement of an
    /// index marks an area that covers the whole cell and needs no test.
    private final int[] candidates;

    private final EdgeTable[] areas;

    AreaIndex(RasterFrame frame, int[] cells, int[] candidates, EdgeTable[] areas) {
        this.frame = frame;
        this.cells = cells;
        this.candidates = candidates;
        this.areas = areas;
    }

    /// An index over polygons and multipolygons, in any one plane coordinate system.
    public static AreaIndex of(List<? extends Geometry> shapes) {
        EdgeTable[] areas = shapes.stream().map(EdgeTable::new).toArray(EdgeTable[]::new);
        var bounds = new Envelope();
        for (EdgeTable area : areas) {
            bounds.expandToInclude(area.bounds());
        }
        return new RasterPainter(RasterFrame.over(bounds, areas.length), areas).paint();
    }

    /// Index of the area that holds the point, or [#NONE].
    public int find(double x, double y) {
        if (!frame.contains(x, y)) {
            return NONE;
        }
        int cell = cells[frame.cell(x, y)];
        return cell >= 0 ? cell - 1 : test(-cell - 1, x, y);
    }

    public int size() {
        return areas.length;
    }

    /// Share of the raster's cells that need an exact test.
    public double borderShare() {
        int border = 0;
        for (int cell : cells) {
            border += cell < 0 ? 1 : 0;
        }
        return cells.length == 0 ? 0 : (double) border / cells.length;
    }

    private int test(int from, double x, double y) {
        int end = from + candidates[from];
        for (int i = from + 1; i <= end; i++) {
            int candidate = candidates[i];
            if (candidate < 0) {
                return ~candidate;
            }
            if (areas[candidate].covers(x, y)) {
                return candidate;
            }
        }
        return NONE;
    }
}
