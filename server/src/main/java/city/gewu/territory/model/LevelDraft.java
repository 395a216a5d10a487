package city.gewu.territory.model;

import city.gewu.engine.spatial.GroundArea;
import city.gewu.platform.Named;
import city.gewu.platform.RefusedException;
import city.gewu.territory.TerritoryUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/// The units of one level as somebody draws them anew (草稿): the steps, one after the other.
public final class LevelDraft {

    /// Degrees within which the end of a line means the border: about fifteen metres.
    private static final double REACH = 1.5e-4;

    /// Degrees within which a corner is meant: about one centimetre.
    private static final double CORNER = 1e-7;

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Map<String, UnitShape> units = new TreeMap<>();
    private final Set<String> everGiven = new HashSet<>();

    private final Function<String, Optional<UnitShape>> parts;

    /// @param latest newest version of each code of the level, also of retired ones
    public LevelDraft(List<UnitVersion> latest) {
        this(latest, _ -> Optional.empty());
    }

    /// @param parts units of the finest level, of which those of this level are formed
    public LevelDraft(List<UnitVersion> latest, Function<String, Optional<UnitShape>> parts) {
        this.parts = parts;
        for (UnitVersion version : latest) {
            everGiven.add(version.unit().code());
            if (version.validTo().isEmpty()) {
                units.put(version.unit().code(), version.unit());
            }
        }
    }

    public List<UnitShape> units() {
        return List.copyOf(units.values());
    }

    /// Every code of the level that was ever given, in this draft too.
    public Set<String> everGiven() {
        return Set.copyOf(everGiven);
    }

    /// Refused with a reason of its own for each kind, and with `territory.broken-shape` when an
    /// earlier step left a unit so crossed that it cannot be reckoned with.
    public void take(DraftStep step) {
        try {
            draw(step);
        } catch (TopologyException crossed) {
            var at = crossed.getCoordinate();
            throw new RefusedException(
                    "territory.broken-shape",
                    at == null
                            ? "A border of these units crosses itself."
                            : "A border of these units crosses itself near (%.6f, %.6f)."
                                    .formatted(at.x, at.y),
                    "Move the corner back so that no border crosses, then draw the step again.");
        }
    }

    private void draw(DraftStep step) {
        switch (step.kind()) {
            case SPLIT -> split(step);
            case MERGE -> merge(step);
            case MOVE -> move(step);
            case REDRAW -> redraw(step);
            case RENAME -> rename(step);
            case RECODE -> recode(step);
            case ASSIGN -> assign(step);
        }
    }

    /// Refused with `territory.unknown-unit`.
    public UnitShape unit(String code) {
        UnitShape unit = units.get(code);
        if (unit == null) {
            throw new RefusedException(
                    "territory.unknown-unit",
                    "The draft has no unit (%s).".formatted(code),
                    "Choose a unit that the map shows.");
        }
        return unit;
    }

    private void split(DraftStep step) {
        UnitShape old = unit(only(step.units()));
        List<Geometry> pieces = cut(old.shape(), step.line());
        retire(old.code());
        for (int i = 0; i < 2; i++) {
            give(
                    step.given().get(i),
                    nameOf(old, step.given().get(i), "-" + (i + 1)),
                    old.unit().parent(),
                    pieces.get(i),
                    old);
        }
    }

    private void merge(DraftStep step) {
        requireSeveral(step.units());
        List<UnitShape> parts = step.units().stream().map(this::unit).toList();
        UnitShape first = parts.getFirst();
        if (parts.stream().anyMatch(p -> !p.unit().parent().equals(first.unit().parent()))) {
            throw new RefusedException(
                    "territory.different-parents",
                    "The units (%s) lie in different units of the level above."
                            .formatted(String.join(", ", step.units())),
                    "Merge units of one parent.");
        }
        Geometry whole = union(parts);
        parts.forEach(part -> retire(part.code()));
        String code = only(step.given());
        give(code, nameOf(first, code, ""), first.unit().parent(), whole, first);
    }

    private void move(DraftStep step) {
        requireLine(step.line());
        Coordinate from = at(step.line().getFirst());
        Coordinate to = at(step.line().getLast());
        Coordinate point = borderPoint(from);
        addPoint(point);
        units.replaceAll((_, unit) ->
                Rings.hasPoint(unit.shape(), point)
                        ? shaped(unit, Rings.moved(unit.shape(), point, to))
                        : unit);
    }

    /// The point of any border that is meant, a corner if there is one.
    private Coordinate borderPoint(Coordinate from) {
        var around = FACTORY.createPoint(from).getEnvelopeInternal();
        around.expandBy(REACH);
        return units.values().stream()
                .filter(unit -> unit.shape().getEnvelopeInternal().intersects(around))
                .flatMap(unit -> Rings.nearest(unit.shape(), from, CORNER).stream())
                .filter(near -> near.distance(from) <= REACH)
                .min((a, b) -> Double.compare(a.distance(from), b.distance(from)))
                .orElseThrow(() ->
                        badLine(
                                "No border passes within fifteen metres of (%.6f, %.6f)."
                                        .formatted(from.x, from.y)));
    }

    private void redraw(DraftStep step) {
        requireSeveral(step.units());
        UnitShape first = unit(step.units().get(0));
        UnitShape second = unit(step.units().get(1));
        List<Geometry> pieces = cut(union(List.of(first, second)), step.line());
        boolean straight =
                common(pieces.get(0), first) + common(pieces.get(1), second)
                        >= common(pieces.get(1), first) + common(pieces.get(0), second);
        // The ends of the cut became points of both, so they are looked up again.
        units.put(first.code(), shaped(unit(first.code()), pieces.get(straight ? 0 : 1)));
        units.put(second.code(), shaped(unit(second.code()), pieces.get(straight ? 1 : 0)));
    }

    private static double common(Geometry piece, UnitShape unit) {
        return OverlayNGRobust.overlay(piece, unit.shape(), OverlayNG.INTERSECTION).getArea();
    }

    private void rename(DraftStep step) {
        UnitShape old = unit(only(step.units()));
        if (step.name().zh().isBlank() || step.name().en().isBlank()) {
            throw new RefusedException(
                    "territory.bad-name",
                    "The unit (%s) needs a name in both languages.".formatted(old.code()),
                    "Fill in both names.");
        }
        units.put(old.code(), unit(old.code(), step.name(), old.unit().parent(), old.shape(), old));
    }

    private void recode(DraftStep step) {
        UnitShape old = unit(only(step.units()));
        retire(old.code());
        String code = only(step.given());
        give(code, nameOf(old, code, ""), old.unit().parent(), old.shape(), old);
    }

    private void assign(DraftStep step) {
        UnitShape target = unit(only(step.units()));
        Geometry ground = PartsOfUnit.ground(step.parts(), parts);
        // All or none: the last one to give ground may refuse.
        var shares =
                units().stream()
                        .map(unit ->
                                shaped(
                                        unit,
                                        unit.code().equals(target.code())
                                                ? PartsOfUnit.with(unit, ground)
                                                : PartsOfUnit.without(unit, ground)))
                        .toList();
        shares.forEach(unit -> units.put(unit.code(), unit));
    }

    /// A unit that is called by its code is called by the new one.
    private static Named nameOf(UnitShape old, String code, String suffix) {
        Named name = old.unit().name();
        return name.zh().equals(old.code())
                ? new Named(code, code)
                : new Named(name.zh() + suffix, name.en() + suffix);
    }

    private void retire(String code) {
        units.remove(code);
    }

    private void give(String code, Named name, String parent, Geometry shape, UnitShape like) {
        if (code.isBlank() || code.length() > 40) {
            throw new RefusedException(
                    "territory.bad-code",
                    "The text (%s) is no code of a unit.".formatted(code),
                    "Write between 1 and 40 characters.");
        }
        if (!everGiven.add(code)) {
            throw new RefusedException(
                    "territory.reused-code",
                    "The code (%s) has been given before.".formatted(code),
                    "Give the new unit a code of its own; a code keeps its ground for ever.");
        }
        units.put(code, unit(code, name, parent, shape, like));
    }

    /// Cuts along the part of the line that lies inside. Its ends become points of every border
    /// that passes there.
    private List<Geometry> cut(Geometry area, List<List<Double>> positions) {
        requireLine(positions);
        LineString line =
                FACTORY.createLineString(
                        positions.stream().map(LevelDraft::at).toArray(Coordinate[]::new));
        var path = new ArrayList<>(List.of(inside(area, line).getCoordinates()));
        for (int end : new int[] {0, path.size() - 1}) {
            Coordinate point = Rings.nearest(area, path.get(end), CORNER).orElseThrow();
            if (point.distance(path.get(end)) > REACH) {
                throw badLine(
                        "The line ends (%.6f, %.6f) away from the border."
                                .formatted(path.get(end).x, path.get(end).y));
            }
            path.set(end, point);
        }
        addPoint(path.getFirst());
        addPoint(path.getLast());
        Geometry cornered = Rings.withPoint(area, path.getFirst());
        return pieces(Rings.withPoint(cornered, path.getLast()), path);
    }

    private static LineString inside(Geometry area, LineString line) {
        Geometry inner = OverlayNGRobust.overlay(line, area, OverlayNG.INTERSECTION);
        var parts = new ArrayList<LineString>();
        for (int i = 0; i < inner.getNumGeometries(); i++) {
            if (inner.getGeometryN(i) instanceof LineString part && part.getLength() > CORNER) {
                parts.add(part);
            }
        }
        if (parts.size() != 1 || !line.isSimple()) {
            throw badLine("The line lies inside the unit in (%d) pieces.".formatted(parts.size()));
        }
        return parts.getFirst();
    }

    private static List<Geometry> pieces(Geometry area, List<Coordinate> path) {
        var rest = new ArrayList<Polygon>();
        List<Polygon> pieces = List.of();
        for (Polygon part : Rings.polygons(area)) {
            List<Polygon> cut = Rings.cut(part, path);
            if (cut.isEmpty()) {
                rest.add(part);
            } else {
                pieces = cut;
            }
        }
        if (pieces.size() != 2 || pieces.stream().anyMatch(p -> p.isEmpty() || !p.isValid())) {
            throw badLine("The line does not part the unit in (%d).".formatted(2));
        }
        rest.addFirst(pieces.getFirst());
        return List.of(Rings.together(rest), pieces.getLast());
    }

    private void addPoint(Coordinate point) {
        units.replaceAll((_, unit) -> {
            Geometry with = Rings.withPoint(unit.shape(), point);
            return with.getNumPoints() == unit.shape().getNumPoints() ? unit : shaped(unit, with);
        });
    }

    private static Geometry union(List<UnitShape> parts) {
        Geometry whole = parts.getFirst().shape();
        for (UnitShape part : parts.subList(1, parts.size())) {
            int before = whole.getNumGeometries() + part.shape().getNumGeometries();
            whole = OverlayNGRobust.overlay(whole, part.shape(), OverlayNG.UNION);
            if (whole.getNumGeometries() >= before) {
                throw new RefusedException(
                        "territory.not-neighbours",
                        "The unit (%s) has no border in common with the others."
                                .formatted(part.code()),
                        "Choose units that lie side by side.");
            }
        }
        return whole;
    }

    private static UnitShape shaped(UnitShape unit, Geometry shape) {
        return unit(unit.code(), unit.unit().name(), unit.unit().parent(), shape, unit);
    }

    private static UnitShape unit(
            String code, Named name, String parent, Geometry shape, UnitShape like) {
        var unit =
                new TerritoryUnit(
                        like.unit().level(), code, name, parent, GroundArea.squareMetres(shape));
        return new UnitShape(unit, shape);
    }

    private static Coordinate at(List<Double> position) {
        return new Coordinate(position.get(0), position.get(1));
    }

    private static String only(List<String> codes) {
        return codes.isEmpty() ? "" : codes.getFirst();
    }

    private static void requireSeveral(List<String> codes) {
        if (Set.copyOf(codes).size() < 2) {
            throw new RefusedException(
                    "territory.bad-choice",
                    "Only (%d) units were chosen.".formatted(codes.size()),
                    "Choose two units that lie side by side.");
        }
    }

    private static void requireLine(List<List<Double>> line) {
        boolean drawn =
                line.size() >= 2
                        && line.stream()
                                .allMatch(p ->
                                        p.size() == 2
                                                && Math.abs(p.get(0)) <= 180
                                                && Math.abs(p.get(1)) <= 90);
        if (!drawn) {
            throw badLine("The line has (%d) positions.".formatted(line.size()));
        }
    }

    private static RefusedException badLine(String why) {
        return new RefusedException(
                "territory.bad-line",
                why,
                "Draw from border to border, across the unit once, without crossing yourself.");
    }
}
