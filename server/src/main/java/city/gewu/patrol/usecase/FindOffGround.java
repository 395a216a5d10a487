package city.gewu.patrol.usecase;

import city.gewu.engine.track.TrackPoint;
import city.gewu.engine.track.TrackRules;
import city.gewu.patrol.model.DayTrack.TurnTrack;
import city.gewu.patrol.model.Ground;
import city.gewu.patrol.model.Stretch;
import city.gewu.patrol.store.OffGroundStore;
import city.gewu.patrol.store.OffGroundStore.Unlooked;
import city.gewu.people.Area;
import city.gewu.people.People;
import city.gewu.territory.Territory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Looks through the tracks of turns that are over for stretches outside of the ground the person
/// is posted to. What a phone sends later than some hours after the turn is not looked at.
@Component
public class FindOffGround {

    /// How long a phone may take to send what it noted.
    private static final Duration GRACE = Duration.ofHours(2);

    private static final Duration OLDEST = Duration.ofDays(30);

    /// Shorter ones are kept by nobody: a phone at the border says now this, now that.
    private static final Duration SHORTEST = Duration.ofMinutes(10);

    private static final int AT_ONCE = 500;

    private final OffGroundStore store;
    private final TrackDesk tracks;
    private final FieldGround ground;
    private final FieldSettings settings;
    private final People people;
    private final Territory territory;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FindOffGround(
            OffGroundStore store,
            TrackDesk tracks,
            FieldGround ground,
            FieldSettings settings,
            People people,
            Territory territory,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.tracks = tracks;
        this.ground = ground;
        this.settings = settings;
        this.people = people;
        this.territory = territory;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Answers how many stretches were found.
    public int find() {
        if (territory.findCity().isEmpty()) {
            return 0;
        }
        var now = clock.instant();
        var turns = store.listUnlooked(now.minus(OLDEST), now.minus(GRACE), AT_ONCE);
        var zone = territory.getCity().zone();
        var byDay =
                turns.stream()
                        .collect(
                                Collectors.groupingBy(
                                        turn -> LocalDate.ofInstant(turn.startedAt(), zone)));
        int found = 0;
        for (var day : byDay.entrySet()) {
            found += find(day.getKey(), day.getValue(), now);
        }
        return found;
    }

    private int find(LocalDate day, List<Unlooked> turns, Instant now) {
        var wanted = turns.stream().collect(Collectors.toMap(Unlooked::turn, Function.identity()));
        var walked =
                tracks
                        .listTracks(turns.stream().map(Unlooked::person).distinct().toList(), day)
                        .values()
                        .stream()
                        .flatMap(track -> track.turns().stream())
                        .filter(track -> wanted.containsKey(track.turn().id()))
                        .toList();
        var metres =
                turns.stream()
                        .map(Unlooked::person)
                        .distinct()
                        .collect(Collectors.toMap(Function.identity(), this::metres));
        Integer found =
                transaction.execute(_ -> {
                    int kept = 0;
                    for (var track : walked) {
                        kept += keep(wanted, track, metres, now);
                    }
                    store.saveLooked(wanted.keySet(), now);
                    return kept;
                });
        return found == null ? 0 : found;
    }

    private int keep(
            Map<Long, Unlooked> wanted,
            TurnTrack track,
            Map<String, ToDoubleFunction<TrackPoint>> metres,
            Instant now) {
        var turn = wanted.get(track.turn().id());
        if (turn == null) {
            return 0;
        }
        var gap = TrackRules.street(settings.accuracyLimitMetres()).gap();
        var off = metres.getOrDefault(turn.person(), _ -> 0);
        int part = 0;
        for (var stretch : Stretch.find(track.track().counting(), gap, off)) {
            if (stretch.time().compareTo(SHORTEST) >= 0) {
                part++;
                store.save(turn, part, stretch, now);
            }
        }
        return part;
    }

    /// Metres outside of the fence around the person's areas; nobody is outside who is posted to
    /// the whole city, or to nothing that has an outline.
    private ToDoubleFunction<TrackPoint> metres(String person) {
        var reach = people.findActor(person).map(FieldGround::reach).orElse(List.of());
        if (reach.isEmpty() || reach.stream().anyMatch(Area::isCity)) {
            return _ -> 0;
        }
        var outlines = ground.getGround();
        return point -> inside(reach, point) ? 0 : beyondFence(outlines, reach, point);
    }

    private boolean inside(List<Area> reach, TrackPoint point) {
        return territory
                .findPlace(point.longitude(), point.latitude())
                .filter(place -> reach.stream().anyMatch(area -> area.holds(place.units())))
                .isPresent();
    }

    private double beyondFence(Ground outlines, List<Area> reach, TrackPoint point) {
        return outlines.findNearest(reach, point.longitude(), point.latitude(), true)
                .map(near -> Math.max(0, near.metres() - settings.fenceMetres()))
                .orElse(0.0);
    }
}
