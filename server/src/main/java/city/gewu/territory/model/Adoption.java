package city.gewu.territory.model;

import city.gewu.engine.spatial.GroundArea;
import city.gewu.territory.TerritoryUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/// Which of the new units the units below them come to lie in (下级单元归属), when the units above are
/// split, merged, or get another border.
///
/// @param moved children that get another parent, with it
/// @param across children that lie in several of the new units, and so in none
public record Adoption(List<UnitVersion> moved, List<UnitVersion> across) {

    /// Borders of two levels that were drawn apart never agree better.
    private static final double TOLERANCE_M2 = 1.0;

    /// @param children of units whose ground is new or that end
    /// @param before the units as they were, by code
    /// @param homes the units whose ground is new
    public static Adoption of(
            List<UnitVersion> children, Map<String, UnitShape> before, List<UnitShape> homes) {
        var moved = new ArrayList<UnitVersion>();
        var across = new ArrayList<UnitVersion>();
        for (UnitVersion child : children) {
            var shares =
                    homes.stream()
                            .filter(home ->
                                    home.shape()
                                            .getEnvelopeInternal()
                                            .intersects(child.unit().shape().getEnvelopeInternal()))
                            .map(home -> new Share(home, common(child.unit(), home)))
                            .toList();
            var best = shares.stream().max(Comparator.comparingDouble(Share::squareMetres));
            double elsewhere =
                    shares.stream().mapToDouble(Share::squareMetres).sum()
                            - best.map(Share::squareMetres).orElse(0.0);
            if (best.isEmpty() || elsewhere > TOLERANCE_M2 + outsideBefore(child.unit(), before)) {
                across.add(child);
            } else if (!best.get().home().code().equals(child.unit().unit().parent())) {
                moved.add(under(child, best.get().home().code()));
            }
        }
        return new Adoption(List.copyOf(moved), List.copyOf(across));
    }

    private record Share(UnitShape home, double squareMetres) {}

    /// What of the child lay outside its parent all along.
    private static double outsideBefore(UnitShape child, Map<String, UnitShape> before) {
        var parent = before.get(child.unit().parent());
        return parent == null
                ? 0
                : Math.max(0, GroundArea.squareMetres(child.shape()) - common(child, parent));
    }

    private static double common(UnitShape a, UnitShape b) {
        Geometry both = OverlayNGRobust.overlay(a.shape(), b.shape(), OverlayNG.INTERSECTION);
        return GroundArea.squareMetres(Rings.together(Rings.polygons(both)));
    }

    private static UnitVersion under(UnitVersion child, String parent) {
        var old = child.unit().unit();
        var unit = new TerritoryUnit(old.level(), old.code(), old.name(), parent, old.areaM2());
        return new UnitVersion(
                new UnitShape(unit, child.unit().shape()), child.validFrom(), child.validTo());
    }
}
