package city.gewu.patrol.usecase;

import city.gewu.patrol.model.Ground;
import city.gewu.patrol.model.Ground.Grid;
import city.gewu.patrol.store.GroundStore;
import city.gewu.patrol.store.GroundStore.Outline;
import city.gewu.people.Actor;
import city.gewu.people.Area;
import city.gewu.people.Mandate;
import city.gewu.people.Rights;
import city.gewu.platform.Right;
import city.gewu.territory.Place;
import city.gewu.territory.Territory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.springframework.stereotype.Component;

/// The ground in memory, made anew when the city's geography changes.
@Component
public class FieldGround {

    private static final Duration LOOKED_AGAIN_AFTER = Duration.ofSeconds(5);

    private final GroundStore store;
    private final Territory territory;
    private final Clock clock;
    private volatile @Nullable Made made;

    private record Made(long revision, Ground ground, Instant lookedAt) {

        Made lookedAt(Instant now) {
            return new Made(revision, ground, now);
        }
    }

    FieldGround(GroundStore store, Territory territory, Clock clock) {
        this.store = store;
        this.territory = territory;
        this.clock = clock;
    }

    /// The areas of the posts somebody works in the street by.
    static List<Area> reach(Actor actor) {
        return actor.mandates().stream()
                .filter(mandate -> Rights.of(mandate.post()).contains(Right.WORK_IN_FIELD))
                .map(Mandate::area)
                .distinct()
                .toList();
    }

    Ground getGround() {
        long revision = store.findRevision().territory();
        var known = made;
        return known != null && known.revision() == revision
                ? known.ground()
                : make(revision).ground();
    }

    /// Which level of a place is the finest. It is asked with every report, so geography that
    /// another server changed is seen some seconds later.
    int gridDepth() {
        var known = made;
        var now = clock.instant();
        if (known != null && now.isBefore(known.lookedAt().plus(LOOKED_AGAIN_AFTER))) {
            return known.ground().gridDepth();
        }
        var ground = getGround();
        synchronized (this) {
            made = made == null ? null : made.lookedAt(now);
        }
        return ground.gridDepth();
    }

    /// Roads of the base map, cut to the units the person works in.
    List<Geometry> listRoads(Actor actor) {
        var grids = getGround().listGrids(reach(actor));
        if (grids.isEmpty()) {
            return List.of();
        }
        var area = UnaryUnionOp.union(grids.stream().map(Grid::shape).toList());
        var prepared = PreparedGeometryFactory.prepare(area);
        return store.listRoads().stream()
                .filter(prepared::intersects)
                .map(road -> prepared.covers(road) ? road : road.intersection(area))
                .toList();
    }

    private synchronized Made make(long revision) {
        var known = made;
        if (known == null || known.revision() != revision) {
            known = new Made(revision, draw(store.listOutlines()), clock.instant());
            made = known;
        }
        return known;
    }

    /// The finest level is the one with the most units: a duty grid holds many unit grids, whatever
    /// the order the city names them in.
    private Ground draw(List<Outline> outlines) {
        var counts =
                outlines.stream()
                        .collect(Collectors.groupingBy(Outline::level, Collectors.counting()));
        String finest =
                counts.entrySet().stream()
                        .max(
                                Map.Entry.<String, Long>comparingByValue()
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .map(Map.Entry::getKey)
                        .orElse("");
        var grids =
                outlines.stream()
                        .filter(unit -> unit.level().equals(finest))
                        .sorted(Comparator.comparing(Outline::code))
                        .map(this::grid)
                        .toList();
        int depth =
                outlines.stream()
                        .filter(unit -> unit.level().equals(finest))
                        .mapToInt(Outline::depth)
                        .findFirst()
                        .orElse(1);
        var shapes = new HashMap<String, Geometry>();
        outlines.forEach(unit -> shapes.put(unit.level() + "/" + unit.code(), unit.shape()));
        return new Ground(grids, depth, shapes);
    }

    private Grid grid(Outline unit) {
        var inside = unit.shape().getInteriorPoint();
        var places =
                territory
                        .findPlace(inside.getX(), inside.getY())
                        .map(Place::units)
                        .orElse(List.of());
        return new Grid(unit.code(), unit.name(), unit.shape(), places);
    }
}
