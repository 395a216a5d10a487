package city.gewu.patrol.usecase;

import city.gewu.engine.track.RoadCoverage;
import city.gewu.engine.track.Track;
import city.gewu.engine.track.TrackPoint;
import city.gewu.engine.track.TrackRules;
import city.gewu.patrol.model.DayTrack;
import city.gewu.patrol.model.DayTrack.TurnTrack;
import city.gewu.patrol.model.DayTrack.Use;
import city.gewu.patrol.model.Turn;
import city.gewu.patrol.store.ArchiveStore;
import city.gewu.patrol.store.PositionStore;
import city.gewu.people.Actor;
import city.gewu.territory.Territory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Tracks of people by day, put together from all batches and cleaned as a whole.
@Component
public class TrackDesk {

    /// Metres from the track within which a road was passed by.
    private static final double BESIDE = 30;

    private final DutyDesk duty;
    private final PositionStore positions;
    private final ArchiveStore archive;
    private final FieldGround ground;
    private final FieldSettings settings;
    private final Territory territory;
    private final Clock clock;

    TrackDesk(
            DutyDesk duty,
            PositionStore positions,
            ArchiveStore archive,
            FieldGround ground,
            FieldSettings settings,
            Territory territory,
            Clock clock) {
        this.duty = duty;
        this.positions = positions;
        this.archive = archive;
        this.ground = ground;
        this.settings = settings;
        this.territory = territory;
        this.clock = clock;
    }

    /// The city's day of now.
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), territory.getCity().zone());
    }

    /// What the person walked on a day of the city.
    public DayTrack getTrack(String person, LocalDate day) {
        return listTracks(List.of(person), day)
                .getOrDefault(person, new DayTrack(person, day, List.of(), Duration.ZERO, 0));
    }

    /// The same for many; people without duty on the day are left out.
    public Map<String, DayTrack> listTracks(Collection<String> people, LocalDate day) {
        var turns = duty.listTurns(List.copyOf(people), day);
        var ids = turns.stream().map(Turn::id).toList();
        var points = positions.listPoints(ids, day, day);
        var thinned =
                archive.listTracks(
                        day, ids.stream().filter(id -> !points.containsKey(id)).toList());
        var span = span(day);
        var tracks = new LinkedHashMap<String, DayTrack>();
        turns.stream()
                .collect(
                        Collectors.groupingBy(
                                Turn::person, LinkedHashMap::new, Collectors.toList()))
                .forEach((person, own) ->
                        tracks.put(person, track(person, day, span, own, points, thinned)));
        return tracks;
    }

    /// A day of the city. Of a turn over midnight each day has its own part.
    private record Span(Instant from, Instant to) {}

    private Span span(LocalDate day) {
        var zone = territory.getCity().zone();
        return new Span(
                day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private DayTrack track(
            String person,
            LocalDate day,
            Span span,
            List<Turn> turns,
            Map<Long, List<TrackPoint>> points,
            Map<Long, List<TrackPoint>> thinned) {
        var tracks =
                turns.stream()
                        .map(turn -> track(turn, within(turn, span), points, thinned))
                        .toList();
        var onDuty =
                turns.stream()
                        .map(turn -> within(turn, span))
                        .map(part -> Duration.between(part.from(), part.to()))
                        .reduce(Duration.ZERO, Duration::plus);
        double metres = tracks.stream().mapToDouble(one -> one.track().metres()).sum();
        return new DayTrack(person, day, tracks, onDuty, metres);
    }

    private TurnTrack track(
            Turn turn,
            Span part,
            Map<Long, List<TrackPoint>> points,
            Map<Long, List<TrackPoint>> thinned) {
        var own = points.get(turn.id());
        var line = thinned.getOrDefault(turn.id(), List.of());
        var track = Track.clean(own == null ? line : own, rules());
        return new TurnTrack(
                turn, track, track.gaps(part.from(), part.to()), own == null && !line.isEmpty());
    }

    private TrackRules rules() {
        return TrackRules.street(settings.accuracyLimitMetres());
    }

    private Span within(Turn turn, Span day) {
        var end = turn.endedAt().orElseGet(clock::instant);
        var from = turn.startedAt().isAfter(day.from()) ? turn.startedAt() : day.from();
        var to = end.isBefore(day.to()) ? end : day.to();
        return new Span(from, to.isBefore(from) ? from : to);
    }

    /// Where the time went, and which of the own roads were passed.
    public Use measure(DayTrack track, Actor person) {
        var steps = track.steps();
        var depth = ground.getGround().gridDepth();
        var byGrid = new LinkedHashMap<String, Duration>();
        for (var step : steps) {
            var from = step.from();
            var to = step.to();
            territory
                    .findPlace(
                            (from.longitude() + to.longitude()) / 2,
                            (from.latitude() + to.latitude()) / 2)
                    .map(place -> place.unit(depth))
                    .ifPresent(unit -> byGrid.merge(unit, step.time(), Duration::plus));
        }
        return new Use(byGrid, RoadCoverage.of(ground.listRoads(person), steps, BESIDE));
    }
}
