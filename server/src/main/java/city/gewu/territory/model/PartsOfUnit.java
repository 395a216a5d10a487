package city.gewu.territory.model;

import city.gewu.engine.spatial.GroundArea;
import city.gewu.platform.RefusedException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/// The ground of a unit that is formed of smaller ones (责任网格由单元网格组成).
final class PartsOfUnit {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private PartsOfUnit() {}

    /// Refused with `territory.bad-choice` without a part, and with `territory.unknown-unit`.
    static Geometry ground(List<String> codes, Function<String, Optional<UnitShape>> parts) {
        if (codes.isEmpty()) {
            throw new RefusedException(
                    "territory.bad-choice",
                    "Only (0) parts were chosen.",
                    "Choose the unit grids that it gets.");
        }
        var shapes =
                codes.stream()
                        .map(code ->
                                parts.apply(code)
                                        .orElseThrow(() ->
                                                new RefusedException(
                                                        "territory.unknown-unit",
                                                        "There is no unit (%s) to assign."
                                                                .formatted(code),
                                                        "Choose one that the map shows."))
                                        .shape())
                        .toList();
        return OverlayNGRobust.union(FACTORY.buildGeometry(shapes));
    }

    static Geometry with(UnitShape unit, Geometry ground) {
        return clean(OverlayNGRobust.overlay(unit.shape(), ground, OverlayNG.UNION));
    }

    /// The unit's own outline, to the last coordinate, when it has nothing of the ground. Refused
    /// with `territory.emptied-unit` when nothing would be left.
    static Geometry without(UnitShape unit, Geometry ground) {
        if (!unit.shape().getEnvelopeInternal().intersects(ground.getEnvelopeInternal())
                || size(OverlayNGRobust.overlay(unit.shape(), ground, OverlayNG.INTERSECTION))
                        <= DraftCheck.TOLERANCE_M2) {
            return unit.shape();
        }
        var left = clean(OverlayNGRobust.overlay(unit.shape(), ground, OverlayNG.DIFFERENCE));
        if (left.isEmpty()) {
            throw new RefusedException(
                    "territory.emptied-unit",
                    "The unit (%s) would have no ground left.".formatted(unit.code()),
                    "Merge it into the other, or leave it some of its parts.");
        }
        return left;
    }

    private static double size(Geometry ground) {
        return GroundArea.squareMetres(Rings.together(Rings.polygons(ground)));
    }

    /// Slivers thinner than any border come of arithmetic, not of the ground.
    private static Geometry clean(Geometry ground) {
        return Rings.together(
                Rings.polygons(ground).stream()
                        .filter(part -> GroundArea.squareMetres(part) > DraftCheck.TOLERANCE_M2)
                        .toList());
    }
}
