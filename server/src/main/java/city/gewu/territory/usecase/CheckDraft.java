package city.gewu.territory.usecase;

import city.gewu.territory.PostedPeople;
import city.gewu.territory.ReportedPlaces;
import city.gewu.territory.ReportedPlaces.Bounds;
import city.gewu.territory.ReportedPlaces.Spot;
import city.gewu.territory.model.CitySnapshot;
import city.gewu.territory.model.DraftCheck;
import city.gewu.territory.model.Finding;
import city.gewu.territory.model.Finding.Kind;
import city.gewu.territory.model.UnitShape;
import city.gewu.territory.model.UnitVersion;
import city.gewu.territory.store.UnitStore;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.springframework.stereotype.Component;

/// What a draft would mean: what is wrong with it, and the figures of the units it makes.
@Component
public class CheckDraft {

    /// So many units a finding names; it counts the others.
    private static final int NAMED = 20;

    private final UnitStore units;
    private final Optional<PostedPeople> people;
    private final Optional<ReportedPlaces> reported;
    private final TerritoryMemory memory;
    private final Clock clock;

    /// @param cases reported last month on the ground of the unit
    /// @param people posted to its code today
    public record Result(UnitShape unit, int cases, int people) {}

    /// @param moved units of the levels below, with the parent they get
    public record Checked(
            List<Finding> findings,
            List<Result> units,
            List<String> ended,
            List<UnitVersion> moved) {

        public boolean sound() {
            return findings.stream().noneMatch(Finding::blocking);
        }
    }

    CheckDraft(
            UnitStore units,
            Optional<PostedPeople> people,
            Optional<ReportedPlaces> reported,
            TerritoryMemory memory,
            Clock clock) {
        this.units = units;
        this.people = people;
        this.reported = reported;
        this.memory = memory;
        this.clock = clock;
    }

    public Checked check(DraftedLevel level) {
        var check = new DraftCheck(level.before(), level.after().units());
        CitySnapshot city = memory.getSnapshot();
        String code = level.draft().level();
        var parents = city.findLevel(city.level(code).level().parent());
        var findings =
                new ArrayList<>(
                        check.findings(parent -> parents.flatMap(above -> above.find(parent))));
        var adoption = check.adopt(units.listChildren(code, check.replaced()));
        if (!adoption.across().isEmpty()) {
            findings.add(named(Kind.CHILDREN, true, adoption.across()));
        }
        if (!adoption.moved().isEmpty()) {
            findings.add(named(Kind.GIVEN_CHILDREN, false, adoption.moved()));
        }
        posted(code, check.ended(), city.day())
                .forEach((ended, people) ->
                        findings.add(counted(Kind.POSTED, false, ended, people)));
        if (level.outdated()) {
            findings.add(counted(Kind.OUTDATED, true, code, 0));
        }
        return new Checked(
                findings, results(code, check.changed(), city), check.ended(), adoption.moved());
    }

    private static Finding named(Kind kind, boolean blocking, List<UnitVersion> children) {
        var at = children.getFirst().unit().shape().getInteriorPoint().getCoordinate();
        return new Finding(
                kind,
                blocking,
                children.stream().limit(NAMED).map(child -> child.unit().code()).toList(),
                0,
                children.size(),
                at.x,
                at.y);
    }

    private static Finding counted(Kind kind, boolean blocking, String code, int count) {
        return new Finding(kind, blocking, List.of(code), 0, count, 0, 0);
    }

    private List<Result> results(String level, List<UnitShape> changed, CitySnapshot city) {
        var within = new Envelope();
        changed.forEach(unit -> within.expandToInclude(unit.shape().getEnvelopeInternal()));
        var zone = city.city().zone();
        YearMonth month = YearMonth.from(LocalDate.ofInstant(clock.instant(), zone)).minusMonths(1);
        List<Spot> cases =
                changed.isEmpty()
                        ? List.of()
                        : reported.map(places ->
                                        places.listReported(
                                                month.atDay(1).atStartOfDay(zone).toInstant(),
                                                month.plusMonths(1)
                                                        .atDay(1)
                                                        .atStartOfDay(zone)
                                                        .toInstant(),
                                                bounds(within)))
                                .orElse(List.of());
        var posted = posted(level, changed.stream().map(UnitShape::code).toList(), city.day());
        return changed.stream()
                .map(unit ->
                        new Result(unit, inside(unit, cases), posted.getOrDefault(unit.code(), 0)))
                .toList();
    }

    private Map<String, Integer> posted(String level, List<String> codes, LocalDate day) {
        return people.map(known -> known.countPosted(level, codes, day)).orElse(Map.of());
    }

    private static Bounds bounds(Envelope within) {
        return new Bounds(within.getMinX(), within.getMinY(), within.getMaxX(), within.getMaxY());
    }

    private static int inside(UnitShape unit, List<Spot> cases) {
        var locator = new IndexedPointInAreaLocator(unit.shape());
        return (int)
                cases.stream()
                        .map(spot -> new Coordinate(spot.longitude(), spot.latitude()))
                        .filter(at -> locator.locate(at) == Location.INTERIOR)
                        .count();
    }
}
