package city.gewu.patrol.usecase;

import city.gewu.engine.track.TrackPoint;
import city.gewu.patrol.model.DayTrack;
import city.gewu.patrol.model.Turn;
import city.gewu.patrol.store.DayStore;
import city.gewu.patrol.store.DayStore.Done;
import city.gewu.patrol.store.PositionStore;
import city.gewu.people.Actor;
import city.gewu.territory.Territory;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What people do today: one's own day, and who of those one leads is on duty now.
@Component
public class FieldDay {

    private final DayStore days;
    private final TrackDesk tracks;
    private final DutyDesk duty;
    private final FieldPeople people;
    private final PositionStore positions;
    private final Territory territory;

    FieldDay(
            DayStore days,
            TrackDesk tracks,
            DutyDesk duty,
            FieldPeople people,
            PositionStore positions,
            Territory territory) {
        this.days = days;
        this.tracks = tracks;
        this.duty = duty;
        this.people = people;
        this.positions = positions;
        this.territory = territory;
    }

    public record Today(Done done, DayTrack track) {}

    /// Somebody on duty, and where that person was last known to be.
    public record Present(String name, Turn turn, Optional<TrackPoint> last) {}

    public Today today(Actor actor) {
        var day = tracks.today();
        var zone = territory.getCity().zone();
        var done =
                days.count(
                        actor.id(),
                        day.atStartOfDay(zone).toInstant(),
                        day.plusDays(1).atStartOfDay(zone).toInstant());
        return new Today(done, tracks.getTrack(actor.id(), day));
    }

    /// Those on duty now whom the one who asks leads, by name.
    public List<Present> listPresent(Actor leader) {
        var names = people.listLed(leader);
        var day = tracks.today();
        var turns =
                duty.listTurns(List.copyOf(names.keySet()), day).stream()
                        .filter(turn -> turn.endedAt().isEmpty())
                        .toList();
        Map<Long, TrackPoint> last =
                positions.listLatest(
                        turns.stream().map(Turn::id).toList(), day.minusDays(1), day.plusDays(1));
        return turns.stream()
                .map(turn ->
                        new Present(
                                names.getOrDefault(turn.person(), ""),
                                turn,
                                Optional.ofNullable(last.get(turn.id()))))
                .sorted(
                        Comparator.comparing(Present::name)
                                .thenComparing(present -> present.turn().person()))
                .toList();
    }
}
