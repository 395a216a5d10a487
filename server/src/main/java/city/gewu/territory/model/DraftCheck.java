package city.gewu.territory.model;

import city.gewu.engine.spatial.Coverage;
import city.gewu.engine.spatial.GroundArea;
import city.gewu.territory.model.Finding.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/// Compares the units of a draft with those it began from. Only what the draft did counts: what was
/// wrong with the borders before is not held against it.
public final class DraftCheck {

    /// One square millimetre.
    public static final double TOLERANCE_M2 = 1e-6;

    /// Borders of two levels that were drawn apart never agree better.
    private static final double PARENT_TOLERANCE_M2 = 1.0;

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Map<String, UnitShape> before = new HashMap<>();
    private final Map<String, UnitShape> after = new HashMap<>();
    private final List<UnitShape> changed = new ArrayList<>();
    private final List<UnitShape> replaced = new ArrayList<>();
    private final STRtree afterTree = new STRtree();
    private final List<Finding> findings = new ArrayList<>();

    public DraftCheck(List<UnitShape> before, List<UnitShape> after) {
        before.forEach(unit -> this.before.put(unit.code(), unit));
        after.forEach(unit -> this.after.put(unit.code(), unit));
        for (UnitShape unit : after) {
            afterTree.insert(unit.shape().getEnvelopeInternal(), unit);
            if (!sameGround(unit, this.before.get(unit.code()))) {
                changed.add(unit);
            }
        }
        for (UnitShape unit : before) {
            if (!sameGround(unit, this.after.get(unit.code()))) {
                replaced.add(unit);
            }
        }
    }

    private static boolean sameGround(UnitShape unit, @Nullable UnitShape other) {
        return other != null && unit.shape().equalsExact(other.shape());
    }

    /// Units of the draft whose ground is new.
    public List<UnitShape> changed() {
        return List.copyOf(changed);
    }

    /// Codes that end with the draft.
    public List<String> ended() {
        return before.keySet().stream().filter(code -> !after.containsKey(code)).sorted().toList();
    }

    /// Codes whose ground is another now, or that end.
    public List<String> replaced() {
        return replaced.stream().map(UnitShape::code).toList();
    }

    /// Where the units below come to lie.
    ///
    /// @param children of the units that [#replaced] names
    public Adoption adopt(List<UnitVersion> children) {
        return Adoption.of(children, before, changed);
    }

    /// What is wrong with the borders, the largest first.
    ///
    /// @param parents the unit of the level above by its code
    public List<Finding> findings(Function<String, Optional<UnitShape>> parents) {
        for (UnitShape unit : changed) {
            Coverage.findFlaw(unit.shape())
                    .ifPresent(flaw ->
                            findings.add(
                                    new Finding(
                                            Kind.BROKEN_SHAPE,
                                            true,
                                            List.of(unit.code()),
                                            0,
                                            0,
                                            flaw.longitude(),
                                            flaw.latitude())));
        }
        if (findings.isEmpty()) {
            addOverlaps();
            addGround();
            changed.forEach(unit -> addOutside(unit, parents.apply(unit.unit().parent())));
        }
        findings.sort((a, b) -> Double.compare(b.squareMetres(), a.squareMetres()));
        return List.copyOf(findings);
    }

    private void addOverlaps() {
        Geometry known = overlapsBefore();
        for (UnitShape unit : changed) {
            for (UnitShape other : near(unit)) {
                boolean otherIsChanged = !sameGround(other, before.get(other.code()));
                boolean ownTurn = !otherIsChanged || unit.code().compareTo(other.code()) < 0;
                if (!other.code().equals(unit.code()) && ownTurn) {
                    Geometry common =
                            minus(
                                    overlay(unit.shape(), other.shape(), OverlayNG.INTERSECTION),
                                    known);
                    add(
                            Kind.OVERLAP,
                            true,
                            List.of(unit.code(), other.code()),
                            common,
                            TOLERANCE_M2);
                }
            }
        }
    }

    private Geometry overlapsBefore() {
        var all = new STRtree();
        before.values().forEach(unit -> all.insert(unit.shape().getEnvelopeInternal(), unit));
        var common = new ArrayList<Geometry>();
        for (UnitShape unit : replaced) {
            for (Object each : all.query(unit.shape().getEnvelopeInternal())) {
                var other = (UnitShape) each;
                if (!other.code().equals(unit.code())) {
                    common.add(overlay(unit.shape(), other.shape(), OverlayNG.INTERSECTION));
                }
            }
        }
        return union(common);
    }

    /// What the changed units no longer hold, and what they hold for the first time.
    private void addGround() {
        Geometry held = union(replaced.stream().map(UnitShape::shape).toList());
        Geometry holds = union(changed.stream().map(UnitShape::shape).toList());
        Geometry others =
                union(
                        changed.stream()
                                .flatMap(unit -> near(unit).stream())
                                .filter(unit -> sameGround(unit, before.get(unit.code())))
                                .distinct()
                                .map(UnitShape::shape)
                                .toList());
        for (Geometry part : parts(minus(minus(held, holds), others))) {
            add(Kind.GAP, true, List.of(), part, TOLERANCE_M2);
        }
        for (Geometry part : parts(minus(minus(holds, held), others))) {
            add(Kind.NEW_GROUND, false, List.of(), part, TOLERANCE_M2);
        }
    }

    private void addOutside(UnitShape unit, Optional<UnitShape> parent) {
        parent.ifPresent(above -> {
            Geometry outside = minus(unit.shape(), above.shape());
            // Ground that units of this parent held outside of it before is no news.
            Geometry known =
                    union(
                            replaced.stream()
                                    .filter(old -> old.unit().parent().equals(above.code()))
                                    .map(UnitShape::shape)
                                    .toList());
            add(
                    Kind.OUTSIDE_PARENT,
                    true,
                    List.of(unit.code(), above.code()),
                    minus(outside, known),
                    PARENT_TOLERANCE_M2);
        });
    }

    private void add(
            Kind kind, boolean blocking, List<String> units, Geometry ground, double tolerance) {
        double size = GroundArea.squareMetres(ground);
        if (size > tolerance) {
            var at = ground.getInteriorPoint().getCoordinate();
            findings.add(new Finding(kind, blocking, units, size, 0, at.x, at.y));
        }
    }

    private List<UnitShape> near(UnitShape unit) {
        var found = new ArrayList<UnitShape>();
        for (Object each : afterTree.query(unit.shape().getEnvelopeInternal())) {
            found.add((UnitShape) each);
        }
        return found;
    }

    private static List<Geometry> parts(Geometry ground) {
        var parts = new ArrayList<Geometry>();
        for (int i = 0; i < ground.getNumGeometries(); i++) {
            parts.add(ground.getGeometryN(i));
        }
        return parts;
    }

    private static Geometry minus(Geometry a, Geometry b) {
        return a.isEmpty() || b.isEmpty() ? a : overlay(a, b, OverlayNG.DIFFERENCE);
    }

    private static Geometry overlay(Geometry a, Geometry b, int operation) {
        return areas(OverlayNGRobust.overlay(a, b, operation));
    }

    private static Geometry areas(Geometry mixed) {
        return Rings.together(Rings.polygons(mixed));
    }

    private static Geometry union(Collection<Geometry> areas) {
        return areas.isEmpty()
                ? FACTORY.createPolygon()
                : areas(OverlayNGRobust.union(FACTORY.buildGeometry(areas)));
    }
}
