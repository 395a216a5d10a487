package city.gewu.engine.spatial;

import org.locationtech.jts.geom.Envelope;

/// The raster's place in the plane: which cell a coordinate falls into.
record RasterFrame(
        double minX,
        double minY,
        double maxX,
        double maxY,
        int columns,
        int rows,
        double columnsPerUnit,
        double rowsPerUnit) {

    private static final int CELLS_FOR_AREA = 128;
    private static final int MIN_CELLS = 1 << 16;
    private static final int MAX_CELLS = 1 << 22;

    /// A frame with square cells, as many as pay for this many areas.
    static RasterFrame over(Envelope bounds, int areas) {
        if (areas == 0) {
            return new RasterFrame(1, 1, 0, 0, 0, 0, 0, 0);
        }
        long wanted = Math.clamp((long) areas * CELLS_FOR_AREA, MIN_CELLS, MAX_CELLS);
        double width = Math.max(bounds.getWidth(), Double.MIN_NORMAL);
        double height = Math.max(bounds.getHeight(), Double.MIN_NORMAL);
        double side = Math.sqrt(width * height / wanted);
        int columns = Math.clamp((long) Math.ceil(width / side), 1, MAX_CELLS);
        int rows = Math.clamp((long) Math.ceil(height / side), 1, MAX_CELLS / columns + 1);
        return new RasterFrame(
                bounds.getMinX(),
                bounds.getMinY(),
                bounds.getMaxX(),
                bounds.getMaxY(),
                columns,
                rows,
                columns / width,
                rows / height);
    }

    boolean contains(double x, double y) {
        return x >= minX && x <= maxX && y >= minY && y <= maxY;
    }

    int cell(double x, double y) {
        return row(y) * columns + column(x);
    }

    int column(double x) {
        return Math.clamp((long) ((x - minX) * columnsPerUnit), 0, columns - 1);
    }

    int row(double y) {
        return Math.clamp((long) ((y - minY) * rowsPerUnit), 0, rows - 1);
    }

    double columnCentre(int column) {
        return minX + (column + 0.5) / columnsPerUnit;
    }

    double rowCentre(int row) {
        return minY + (row + 0.5) / rowsPerUnit;
    }

    double rowBottom(int row) {
        return minY + row / rowsPerUnit;
    }

    double slackX() {
        return 1e-6 / columnsPerUnit;
    }

    double slackY() {
        return 1e-6 / rowsPerUnit;
    }
}
