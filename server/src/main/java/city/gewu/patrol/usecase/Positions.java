package city.gewu.patrol.usecase;

import city.gewu.engine.track.Track;
import city.gewu.engine.track.TrackPoint;
import city.gewu.engine.track.TrackRules;
import city.gewu.patrol.model.Batch;
import city.gewu.patrol.model.Batch.Fate;
import city.gewu.patrol.model.Footprint;
import city.gewu.patrol.model.Turn;
import city.gewu.patrol.store.DutyStore;
import city.gewu.patrol.store.PositionStore;
import city.gewu.people.Actor;
import city.gewu.platform.Attempt;
import city.gewu.territory.Territory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// Takes positions in, those noted on duty only: where somebody is at other times is nobody's
/// business, so such points are counted, told to the phone, and not kept. Nor are points of a day
/// to come or long past.
@Component
public class Positions {

    /// A corrected clock is not ahead by more.
    private static final Duration AHEAD = Duration.ofMinutes(5);

    /// No phone keeps a point for longer.
    private static final Duration BEHIND = Duration.ofDays(60);

    private final PositionStore store;
    private final PositionWriter writer;
    private final DutyStore duty;
    private final FieldSettings settings;
    private final Territory territory;
    private final Clock clock;

    Positions(
            PositionStore store,
            PositionWriter writer,
            DutyStore duty,
            FieldSettings settings,
            Territory territory,
            Clock clock) {
        this.store = store;
        this.writer = writer;
        this.duty = duty;
        this.settings = settings;
        this.territory = territory;
        this.clock = clock;
    }

    /// A point as the phone noted it, its moment by the phone's clock.
    public record Noted(TrackPoint point, OptionalDouble speed) {}

    /// Points that a phone sends together.
    public record Sent(UUID clientId, List<Noted> points) {}

    /// Keeps a batch, once; a second try answers what the first one did. Refused with
    /// `patrol.client-id-taken` when somebody else used the id.
    public Fate keep(Sent sent, Actor actor) {
        return keepAll(List.of(sent), actor).getFirst().orThrow();
    }

    /// Keeps several batches together, each as [#keep] does; one that fails keeps no other back.
    public List<Attempt<Fate>> keepAll(List<Sent> batches, Actor actor) {
        var begun =
                batches.stream()
                        .map(one -> Attempt.of(() -> begin(batch(one, actor), actor)))
                        .toList();
        return begun.stream().map(one -> one.then(Supplier::get)).toList();
    }

    /// Answers a way to wait for what became of it.
    private Supplier<Fate> begin(Batch batch, Actor actor) {
        var added = writer.begin(batch);
        return () ->
                PositionWriter.await(added)
                        ? batch.fate()
                        : ownOf(
                                store.findBatch(batch.clientId()).orElseThrow(),
                                batch.clientId(),
                                actor);
    }

    private static Fate ownOf(PositionStore.Known known, UUID clientId, Actor actor) {
        if (!known.person().equals(actor.id())) {
            throw DutyDesk.taken(clientId);
        }
        return known.fate();
    }

    private Batch batch(Sent sent, Actor actor) {
        var points = sent.points();
        var turns = listTurns(points, actor);
        var now = clock.instant();
        var byTurn = new LinkedHashMap<Turn, List<Noted>>();
        int offDuty = 0;
        for (var noted : points) {
            var turn =
                    turns.stream()
                            .filter(one -> one.holds(noted.point().at()))
                            .filter(one -> isNow(noted.point().at().plus(one.skew()), now))
                            .findFirst();
            turn.ifPresent(one -> byTurn.computeIfAbsent(one, _ -> new ArrayList<>()).add(noted));
            offDuty += turn.isPresent() ? 0 : 1;
        }
        var zone = territory.getCity().zone();
        var footprints = new ArrayList<Footprint>(points.size());
        byTurn.forEach((turn, noted) -> add(turn, noted, zone, footprints));
        int marked = (int) footprints.stream().filter(one -> one.marks() != 0).count();
        return new Batch(
                sent.clientId(),
                actor.id(),
                now,
                new Fate(points.size(), footprints.size(), marked, offDuty),
                footprints);
    }

    /// A turn that goes on has no end: a phone whose clock was set far off would name any day.
    private static boolean isNow(Instant at, Instant now) {
        return !at.isAfter(now.plus(AHEAD)) && !at.isBefore(now.minus(BEHIND));
    }

    private List<Turn> listTurns(List<Noted> points, Actor actor) {
        var moments = points.stream().map(noted -> noted.point().at()).sorted().toList();
        return moments.isEmpty()
                ? List.of()
                : duty.listByPhone(actor.id(), moments.getFirst(), moments.getLast());
    }

    /// Marks what the batch alone shows; reading a track looks at all batches together.
    private void add(Turn turn, List<Noted> noted, ZoneId zone, List<Footprint> to) {
        var speeds = new LinkedHashMap<TrackPoint, OptionalDouble>();
        noted.forEach(one -> speeds.putIfAbsent(one.point(), one.speed()));
        var track =
                Track.clean(
                        noted.stream().map(Noted::point).toList(),
                        TrackRules.street(settings.accuracyLimitMetres()));
        for (var marked : track.points()) {
            var point = marked.point();
            var at = point.at().plus(turn.skew());
            to.add(
                    new Footprint(
                            LocalDate.ofInstant(at, zone),
                            turn.id(),
                            at(point, at),
                            point.at(),
                            speeds.getOrDefault(point, OptionalDouble.empty()),
                            marked.bits()));
        }
    }

    private static TrackPoint at(TrackPoint point, Instant at) {
        return new TrackPoint(
                at, point.longitude(), point.latitude(), point.accuracyMetres(), point.mocked());
    }
}
