package city.gewu.engine.spatial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/// How well areas in longitude and latitude tile the ground: each whole in itself, none over
/// another, nothing left out between them.
public final class Coverage {

    /// Where an area is broken and why, in words.
    public record Flaw(String reason, double longitude, double latitude) {}

    /// Two areas over one another, by their indexes, with a point inside the overlap.
    public record Overlap(
            int first, int second, double squareMetres, double longitude, double latitude) {}

    /// Ground that areas enclose and none of them holds.
    public record Gap(double squareMetres, double longitude, double latitude) {}

    private Coverage() {}

    /// The first thing wrong with the area: a ring that crosses itself, a hole outside.
    public static Optional<Flaw> findFlaw(Geometry area) {
        var error = new IsValidOp(area).getValidationError();
        if (error == null) {
            return Optional.empty();
        }
        Coordinate at = error.getCoordinate();
        return Optional.of(new Flaw(error.getMessage(), at.x, at.y));
    }

    /// The same ground in valid form, when rings of the area do no worse than touch themselves in
    /// single points, as some programs draw holes; the area as it is otherwise.
    public static Geometry partedAtTouches(Geometry area) {
        var error = new IsValidOp(area).getValidationError();
        if (error == null
                || (error.getErrorType() != TopologyValidationError.RING_SELF_INTERSECTION
                        && error.getErrorType() != TopologyValidationError.DISCONNECTED_INTERIOR)) {
            return area;
        }
        Geometry parted = GeometryFixer.fix(area);
        double lost = Math.abs(parted.getArea() - area.getArea());
        return parted instanceof Polygonal && lost <= 1e-9 * area.getArea() ? parted : area;
    }

    /// Overlaps above the tolerance, the largest first.
    ///
    /// Areas whose borders fit those of all their neighbours are left out beforehand; an exact
    /// intersection is only taken where something does not fit.
    public static List<Overlap> listOverlaps(
            List<? extends Geometry> areas, double toleranceSquareMetres) {
        boolean[] fits = fits(areas);
        var tree = new STRtree();
        for (int i = 0; i < areas.size(); i++) {
            tree.insert(areas.get(i).getEnvelopeInternal(), i);
        }
        var found = new ArrayList<Overlap>();
        for (int first = 0; first < areas.size(); first++) {
            if (fits[first]) {
                continue;
            }
            Geometry area = areas.get(first);
            var prepared = PreparedGeometryFactory.prepare(area);
            for (Object near : tree.query(area.getEnvelopeInternal())) {
                int second = (Integer) near;
                boolean ownTurn = second > first || fits[second];
                if (second != first && ownTurn && prepared.intersects(areas.get(second))) {
                    addOverlap(first, second, areas, toleranceSquareMetres, found);
                }
            }
        }
        found.sort(Comparator.comparingDouble(Overlap::squareMetres).reversed());
        return found;
    }

    /// Which areas have no border inside or beside the border of another one.
    private static boolean[] fits(List<? extends Geometry> areas) {
        Geometry[] misfits = new CoverageValidator(areas.toArray(Geometry[]::new)).validate();
        var fits = new boolean[areas.size()];
        for (int i = 0; i < fits.length; i++) {
            fits[i] = misfits[i] == null;
        }
        return fits;
    }

    private static void addOverlap(
            int first,
            int second,
            List<? extends Geometry> areas,
            double tolerance,
            List<Overlap> to) {
        Geometry common = intersection(areas.get(first), areas.get(second));
        double size = GroundArea.squareMetres(common);
        if (size > tolerance) {
            Coordinate at = common.getInteriorPoint().getCoordinate();
            to.add(new Overlap(Math.min(first, second), Math.max(first, second), size, at.x, at.y));
        }
    }

    /// Enclosed gaps above the tolerance, the largest first.
    public static List<Gap> listGaps(List<? extends Geometry> areas, double toleranceSquareMetres) {
        var found = new ArrayList<Gap>();
        Geometry union = union(areas);
        var factory = new GeometryFactory();
        for (int part = 0; part < union.getNumGeometries(); part++) {
            if (union.getGeometryN(part) instanceof Polygon polygon) {
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    Polygon gap =
                            factory.createPolygon(polygon.getInteriorRingN(hole).getCoordinates());
                    double size = GroundArea.squareMetres(gap);
                    if (size > toleranceSquareMetres) {
                        Coordinate at = gap.getInteriorPoint().getCoordinate();
                        found.add(new Gap(size, at.x, at.y));
                    }
                }
            }
        }
        found.sort(Comparator.comparingDouble(Gap::squareMetres).reversed());
        return found;
    }

    private static Geometry union(List<? extends Geometry> areas) {
        Geometry[] all = areas.toArray(Geometry[]::new);
        return CoverageValidator.isValid(all)
                ? CoverageUnion.union(all)
                : UnaryUnionOp.union(areas);
    }

    /// Which share of the area, from 0 to 1, lies inside another one.
    public static double shareInside(Geometry area, Geometry container) {
        return shareInside(area, PreparedGeometryFactory.prepare(container));
    }

    /// The same for a container that is asked about many areas.
    public static double shareInside(Geometry area, PreparedGeometry container) {
        if (container.covers(area)) {
            return 1;
        }
        if (!container.intersects(area)) {
            return 0;
        }
        double whole = GroundArea.squareMetres(area);
        Geometry inside = intersection(area, container.getGeometry());
        return Math.min(1, GroundArea.squareMetres(inside) / whole);
    }

    private static Geometry intersection(Geometry a, Geometry b) {
        return OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION);
    }
}
