package city.gewu.engine.spatial;

import java.util.Arrays;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/// The edges of one area, sorted into horizontal slabs, so that the exact test looks only at the
/// few edges beside the point. The predicate is JTS's own ray crossing, in extended precision where
/// doubles cannot decide.
final class EdgeTable {

    private static final int EDGES_IN_SLAB = 4;
    private static final int MAX_SLABS = 1024;

    private final Envelope bounds;

    /// x1, y1, x2, y2 of each edge.
    private final double[] edges;

    private final double slabsPerUnit;

    /// Where each slab begins in `slabEdges`; one more entry than slabs.
    private final int[] slabStart;

    private final int[] slabEdges;

    EdgeTable(Geometry area) {
        bounds = area.getEnvelopeInternal();
        edges = edges(area);
        int slabs = Math.clamp(edges.length / 4 / EDGES_IN_SLAB, 1, MAX_SLABS);
        double height = bounds.getHeight();
        slabsPerUnit = height > 0 ? slabs / height : 0;
        slabStart = new int[slabs + 1];
        for (int edge = 0; edge < edges.length; edge += 4) {
            for (int slab = firstSlab(edge); slab <= lastSlab(edge); slab++) {
                slabStart[slab + 1]++;
            }
        }
        for (int slab = 0; slab < slabs; slab++) {
            slabStart[slab + 1] += slabStart[slab];
        }
        slabEdges = new int[slabStart[slabs]];
        int[] next = slabStart.clone();
        for (int edge = 0; edge < edges.length; edge += 4) {
            for (int slab = firstSlab(edge); slab <= lastSlab(edge); slab++) {
                slabEdges[next[slab]++] = edge;
            }
        }
    }

    Envelope bounds() {
        return bounds;
    }

    int edgeCount() {
        return edges.length / 4;
    }

    double coordinate(int edge, int which) {
        return edges[edge * 4 + which];
    }

    /// Whether the point lies inside or exactly on the border.
    boolean covers(double x, double y) {
        if (x < bounds.getMinX()
                || x > bounds.getMaxX()
                || y < bounds.getMinY()
                || y > bounds.getMaxY()) {
            return false;
        }
        int slab = slab(y);
        boolean inside = false;
        for (int i = slabStart[slab]; i < slabStart[slab + 1]; i++) {
            int edge = slabEdges[i];
            double x1 = edges[edge];
            double y1 = edges[edge + 1];
            double x2 = edges[edge + 2];
            double y2 = edges[edge + 3];
            if ((y1 > y) == (y2 > y)) {
                if (y1 == y && y2 == y && Math.min(x1, x2) <= x && x <= Math.max(x1, x2)) {
                    return true;
                }
                if ((x2 == x && y2 == y) || (x1 == x && y1 == y)) {
                    return true;
                }
                continue;
            }
            if (x1 < x && x2 < x) {
                continue;
            }
            int side = CGAlgorithmsDD.orientationIndex(x1, y1, x2, y2, x, y);
            if (side == 0) {
                return true;
            }
            if ((side > 0) == (y2 > y1)) {
                inside = !inside;
            }
        }
        return inside;
    }

    private int firstSlab(int edge) {
        return slab(Math.min(edges[edge + 1], edges[edge + 3]));
    }

    private int lastSlab(int edge) {
        return slab(Math.max(edges[edge + 1], edges[edge + 3]));
    }

    private int slab(double y) {
        return Math.clamp((long) ((y - bounds.getMinY()) * slabsPerUnit), 0, slabStart.length - 2);
    }

    private static double[] edges(Geometry area) {
        double[] found = new double[area.getNumPoints() * 4];
        int used = 0;
        for (int part = 0; part < area.getNumGeometries(); part++) {
            Polygon polygon = (Polygon) area.getGeometryN(part);
            used = addRing(polygon.getExteriorRing(), found, used);
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                used = addRing(polygon.getInteriorRingN(hole), found, used);
            }
        }
        return Arrays.copyOf(found, used);
    }

    private static int addRing(LinearRing ring, double[] into, int from) {
        Coordinate[] at = ring.getCoordinates();
        int next = from;
        for (int i = 1; i < at.length; i++) {
            into[next++] = at[i - 1].x;
            into[next++] = at[i - 1].y;
            into[next++] = at[i].x;
            into[next++] = at[i].y;
        }
        return next;
    }
}
