package city.gewu.engine.spatial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/// A geometry made ready for tiles: in the unit square of [WebMercator], rings wound as tiles want
/// them. Immutable.
public final class MapShape {

    private final VectorTile.Kind kind;
    private final List<double[]> paths;
    private final Envelope bounds;

    private MapShape(VectorTile.Kind kind, List<double[]> paths) {
        this.kind = kind;
        this.paths = List.copyOf(paths);
        this.bounds = new Envelope();
        for (double[] path : paths) {
            for (int i = 0; i < path.length; i += 2) {
                bounds.expandToInclude(path[i], path[i + 1]);
            }
        }
    }

    /// @param shape points, lines or areas in degrees
    public static MapShape of(Geometry shape) {
        var paths = new ArrayList<double[]>();
        for (int part = 0; part < shape.getNumGeometries(); part++) {
            if (shape.getGeometryN(part) instanceof Polygon polygon) {
                paths.add(ring(polygon.getExteriorRing().getCoordinates(), true));
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    paths.add(ring(polygon.getInteriorRingN(hole).getCoordinates(), false));
                }
            } else {
                paths.add(project(shape.getGeometryN(part).getCoordinates()));
            }
        }
        var kind =
                switch (shape.getDimension()) {
                    case 0 -> VectorTile.Kind.POINT;
                    case 1 -> VectorTile.Kind.LINE;
                    default -> VectorTile.Kind.AREA;
                };
        return new MapShape(kind, paths);
    }

    /// The borders of an area as lines.
    public static MapShape outline(Geometry area) {
        return of(area.getBoundary());
    }

    public Envelope bounds() {
        return new Envelope(bounds);
    }

    /// The larger side of the bounds, in tile units, at a zoom.
    public double sizeAt(int zoom) {
        return Math.max(bounds.getWidth(), bounds.getHeight()) * VectorTile.EXTENT * (1 << zoom);
    }

    /// Adds what the tile shows of the shape to a layer.
    public void drawInto(VectorTile.Layer layer, TileAddress tile, Map<String, String> properties) {
        List<int[]> drawn = new TilePen(tile).draw(kind, paths, bounds);
        if (!drawn.isEmpty()) {
            layer.add(kind, drawn, properties);
        }
    }

    private static double[] ring(Coordinate[] ring, boolean clockwise) {
        double[] path = project(ring);
        double doubled = 0;
        for (int i = 2; i < path.length; i += 2) {
            doubled += path[i - 2] * path[i + 1] - path[i] * path[i - 1];
        }
        // y grows downwards: a ring with positive area runs clockwise on the map
        if ((doubled > 0) != clockwise) {
            for (int low = 0, high = path.length - 2; low < high; low += 2, high -= 2) {
                swap(path, low, high);
                swap(path, low + 1, high + 1);
            }
        }
        return path;
    }

    private static void swap(double[] path, int a, int b) {
        double kept = path[a];
        path[a] = path[b];
        path[b] = kept;
    }

    private static double[] project(Coordinate[] at) {
        var path = new double[at.length * 2];
        for (int i = 0; i < at.length; i++) {
            path[2 * i] = WebMercator.x(at[i].x);
            path[2 * i + 1] = WebMercator.y(at[i].y);
        }
        return path;
    }
}
