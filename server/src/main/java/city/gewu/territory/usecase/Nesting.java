package city.gewu.territory.usecase;

import city.gewu.engine.spatial.Coverage;
import city.gewu.platform.RefusedException;
import city.gewu.territory.TerritoryUnit;
import city.gewu.territory.model.CitySnapshot;
import city.gewu.territory.model.LevelSnapshot;
import city.gewu.territory.model.UnitShape;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/// Puts units into the units of the level above, by the code the file names or by area.
final class Nesting {

    /// A unit with less than this share inside its parent belongs elsewhere.
    private static final double LEAST_SHARE = 0.5;

    /// Real borders are drawn twice and never agree to the metre.
    private static final double GOOD_SHARE = 0.99;

    private record Candidate(String code, double share) {}

    private final CitySnapshot city;
    private final LevelSnapshot above;
    private final Consumer<String> warnings;
    private final STRtree tree = new STRtree();
    private final Map<String, PreparedGeometry> prepared = new HashMap<>();

    Nesting(CitySnapshot city, LevelSnapshot above, Consumer<String> warnings) {
        this.city = city;
        this.above = above;
        this.warnings = warnings;
        above.units().forEach(unit -> tree.insert(unit.shape().getEnvelopeInternal(), unit));
    }

    List<UnitShape> nest(List<UnitShape> units) {
        if (CitySnapshot.isWholeCity(above)) {
            return units.stream().map(unit -> under(unit, city.city().code())).toList();
        }
        if (above.units().isEmpty()) {
            throw new RefusedException(
                    "territory.unknown-parent",
                    "The level (%s) has no units yet to hold these.".formatted(level()),
                    "Import the level (%s) first.".formatted(level()));
        }
        return units.stream()
                .map(unit -> unit.unit().parent().isEmpty() ? byArea(unit) : byCode(unit))
                .toList();
    }

    private UnitShape byCode(UnitShape unit) {
        String code = unit.unit().parent();
        UnitShape parent =
                above.find(code)
                        .orElseThrow(() ->
                                new RefusedException(
                                        "territory.unknown-parent",
                                        "The unit (%s) names the parent (%s), which the level (%s) does not have."
                                                .formatted(unit.code(), code, level()),
                                        "Import the level (%s) first, or correct the parent template."
                                                .formatted(level())));
        double share = share(unit, parent);
        if (share < LEAST_SHARE) {
            requireNowhereElse(unit, code, best(unit));
        }
        tellShare(unit, code, share);
        return unit;
    }

    /// What the file says of an island far off its parent's outline is believed, but not of a unit
    /// that lies in another parent.
    private void requireNowhereElse(UnitShape unit, String named, Candidate best) {
        if (best.share() >= LEAST_SHARE) {
            throw new RefusedException(
                    "territory.bad-parent",
                    "The unit (%s) names the parent (%s) but lies to %.1f %% inside (%s)."
                            .formatted(unit.code(), named, best.share() * 100, best.code()),
                    "Correct its parent or its outline.");
        }
    }

    private UnitShape byArea(UnitShape unit) {
        Candidate best = best(unit);
        if (best.share() < LEAST_SHARE) {
            throw new RefusedException(
                    "territory.bad-parent",
                    "The unit (%s) lies only to %.1f %% inside any unit of the level (%s)."
                            .formatted(unit.code(), best.share() * 100, level()),
                    "Correct its outline, or name its parent by a template.");
        }
        tellShare(unit, best.code(), best.share());
        return under(unit, best.code());
    }

    private Candidate best(UnitShape unit) {
        List<?> near = tree.query(unit.shape().getEnvelopeInternal());
        Candidate best = new Candidate("", 0);
        for (Object each : near) {
            var parent = (UnitShape) each;
            double share = share(unit, parent);
            boolean lowerCode = share == best.share() && parent.code().compareTo(best.code()) < 0;
            if (share > best.share() || lowerCode) {
                best = new Candidate(parent.code(), share);
            }
            if (share == 1) {
                break;
            }
        }
        return best;
    }

    private double share(UnitShape unit, UnitShape parent) {
        return Coverage.shareInside(
                unit.shape(),
                prepared.computeIfAbsent(
                        parent.code(), _ -> PreparedGeometryFactory.prepare(parent.shape())));
    }

    private void tellShare(UnitShape unit, String parent, double share) {
        if (share < GOOD_SHARE) {
            warnings.accept(
                    String.format(
                            Locale.ROOT,
                            "The unit (%s) lies only to %.1f %% inside its parent (%s).",
                            unit.code(),
                            share * 100,
                            parent));
        }
    }

    private String level() {
        return above.level().code();
    }

    private static UnitShape under(UnitShape child, String parent) {
        TerritoryUnit unit = child.unit();
        return new UnitShape(
                new TerritoryUnit(unit.level(), unit.code(), unit.name(), parent, unit.areaM2()),
                child.shape());
    }
}
