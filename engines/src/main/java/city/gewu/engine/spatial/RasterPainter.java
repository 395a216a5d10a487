package city.gewu.engine.spatial;

import java.util.Arrays;

/// Paints areas into the raster of an [AreaIndex].
///
/// Marks are gathered as sortable numbers, cell first, then area, then whether the area covers the
/// whole cell; sorting them brings each cell's areas together, smallest index first.
final class RasterPainter {

    private static final byte BORDER = 1;

    private final RasterFrame frame;
    private final EdgeTable[] areas;
    private long[] marks = new long[1 << 12];
    private int marked;

    RasterPainter(RasterFrame frame, EdgeTable[] areas) {
        this.frame = frame;
        this.areas = areas;
    }

    AreaIndex paint() {
        for (int area = 0; area < areas.length; area++) {
            paintArea(area);
        }
        Arrays.sort(marks, 0, marked);
        int[] cells = new int[frame.columns() * frame.rows()];
        int[] candidates = new int[marked * 2];
        int used = 0;
        for (int i = 0; i < marked; ) {
            int cell = (int) (marks[i] >>> 32);
            int start = used++;
            boolean open = true;
            for (; i < marked && (int) (marks[i] >>> 32) == cell; i++) {
                if (open) {
                    candidates[used++] = entry(marks[i]);
                    open = candidates[used - 1] >= 0;
                }
            }
            if (used == start + 2 && !open) {
                cells[cell] = ~candidates[start + 1] + 1;
                used = start;
            } else {
                candidates[start] = used - start - 1;
                cells[cell] = -start - 1;
            }
        }
        return new AreaIndex(frame, cells, Arrays.copyOf(candidates, used), areas);
    }

    /// The area's index, or its complement when it covers the whole cell.
    private static int entry(long mark) {
        int area = (int) (mark & 0xffff_ffffL) >>> 1;
        return (mark & 1) == 1 ? ~area : area;
    }

    private void paintArea(int index) {
        EdgeTable area = areas[index];
        var bounds = area.bounds();
        int left = frame.column(bounds.getMinX() - frame.slackX());
        int right = frame.column(bounds.getMaxX() + frame.slackX());
        int bottom = frame.row(bounds.getMinY() - frame.slackY());
        int top = frame.row(bounds.getMaxY() + frame.slackY());
        var window = new byte[top - bottom + 1][right - left + 1];
        for (int edge = 0; edge < area.edgeCount(); edge++) {
            markEdge(area, edge, window, bottom, left);
        }
        for (int row = bottom; row <= top; row++) {
            markRow(index, row, window[row - bottom], left);
        }
    }

    /// Marks every cell the edge may touch, generously: rounding must never let a border slip
    /// through a cell unseen.
    private void markEdge(EdgeTable area, int edge, byte[][] window, int bottom, int left) {
        double x1 = area.coordinate(edge, 0);
        double y1 = area.coordinate(edge, 1);
        double x2 = area.coordinate(edge, 2);
        double y2 = area.coordinate(edge, 3);
        double low = Math.min(y1, y2);
        double high = Math.max(y1, y2);
        double slope = y1 == y2 ? 0 : (x2 - x1) / (y2 - y1);
        int lastRow = frame.row(high + frame.slackY());
        for (int row = frame.row(low - frame.slackY()); row <= lastRow; row++) {
            double from = Math.max(low, frame.rowBottom(row) - frame.slackY());
            double to = Math.min(high, frame.rowBottom(row + 1) + frame.slackY());
            double xa = y1 == y2 ? x1 : x1 + (from - y1) * slope;
            double xb = y1 == y2 ? x2 : x1 + (to - y1) * slope;
            int first = frame.column(within(Math.min(xa, xb), x1, x2) - frame.slackX());
            int last = frame.column(within(Math.max(xa, xb), x1, x2) + frame.slackX());
            Arrays.fill(window[row - bottom], first - left, last - left + 1, BORDER);
        }
    }

    private static double within(double x, double x1, double x2) {
        return Math.clamp(x, Math.min(x1, x2), Math.max(x1, x2));
    }

    /// Cells between two border cells of a row share one answer.
    private void markRow(int index, int row, byte[] line, int left) {
        boolean inside = false;
        boolean known = false;
        for (int i = 0; i < line.length; i++) {
            if (line[i] == BORDER) {
                mark(row, left + i, index, false);
                known = false;
                continue;
            }
            if (!known) {
                inside = areas[index].covers(frame.columnCentre(left + i), frame.rowCentre(row));
                known = true;
            }
            if (inside) {
                mark(row, left + i, index, true);
            }
        }
    }

    private void mark(int row, int column, int area, boolean whole) {
        if (marked == marks.length) {
            marks = Arrays.copyOf(marks, marked * 2);
        }
        long cell = (long) row * frame.columns() + column;
        marks[marked++] = (cell << 32) | ((long) area << 1) | (whole ? 1 : 0);
    }
}
