package city.gewu.patrol.web;

import city.gewu.audit.Audit;
import city.gewu.audit.AuditEntry;
import city.gewu.patrol.model.DayTrack;
import city.gewu.patrol.model.DayTrack.Use;
import city.gewu.patrol.usecase.FieldPeople;
import city.gewu.patrol.usecase.TrackDesk;
import city.gewu.people.Actor;
import city.gewu.people.SignedIn;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Tracks: one's own, and those of the people one leads. Looking at somebody else's is recorded.
@RestController
class TrackController {

    /// People whose points are in memory together.
    private static final int AT_ONCE = 20;

    private final TrackDesk tracks;
    private final FieldPeople people;
    private final Audit audit;

    TrackController(TrackDesk tracks, FieldPeople people, Audit audit) {
        this.tracks = tracks;
        this.people = people;
        this.audit = audit;
    }

    /// @param turns how often the person signed on
    record PersonDayBody(String person, String name, int turns, long seconds, long metres) {

        static PersonDayBody of(DayTrack track, Map<String, String> names) {
            return new PersonDayBody(
                    track.person(),
                    names.getOrDefault(track.person(), ""),
                    track.turns().size(),
                    track.onDuty().toSeconds(),
                    Math.round(track.metres()));
        }
    }

    record GridTimeBody(String grid, long seconds) {}

    /// @param share of the metres of road in the person's grids that lie within 30 m of the track
    record RoadsBody(long passedMetres, long metres, double share) {}

    record PersonTrackBody(
            String person,
            String name,
            TrackBody track,
            List<GridTimeBody> grids,
            RoadsBody roads) {

        static PersonTrackBody of(Actor person, DayTrack track, Use use) {
            return new PersonTrackBody(
                    person.id(),
                    person.displayName(),
                    TrackBody.of(track),
                    use.byGrid().entrySet().stream()
                            .map(one -> new GridTimeBody(one.getKey(), one.getValue().toSeconds()))
                            .sorted(Comparator.comparing(GridTimeBody::grid))
                            .toList(),
                    new RoadsBody(
                            Math.round(use.roads().passedMetres()),
                            Math.round(use.roads().metres()),
                            use.roads().share()));
        }
    }

    /// @param day a day of the city; today when absent
    @Needs(Right.WORK_IN_FIELD)
    @GetMapping("/api/field/track")
    TrackBody own(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate day,
            @SignedIn Actor actor) {
        return TrackBody.of(tracks.getTrack(actor.id(), day == null ? tracks.today() : day));
    }

    /// The people one leads who were on duty, the farthest walk first.
    @Needs(Right.READ_TRACKS)
    @GetMapping("/api/patrol/tracks")
    List<PersonDayBody> led(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate day,
            @SignedIn Actor actor) {
        var names = people.listLed(actor);
        var wanted = day == null ? tracks.today() : day;
        var led = List.copyOf(names.keySet());
        var days = new ArrayList<PersonDayBody>();
        for (int at = 0; at < led.size(); at += AT_ONCE) {
            tracks.listTracks(led.subList(at, Math.min(at + AT_ONCE, led.size())), wanted)
                    .values()
                    .forEach(track -> days.add(PersonDayBody.of(track, names)));
        }
        return days.stream()
                .sorted(
                        Comparator.comparingLong(PersonDayBody::metres)
                                .reversed()
                                .thenComparing(PersonDayBody::person))
                .toList();
    }

    @Needs(Right.READ_TRACKS)
    @GetMapping("/api/patrol/tracks/{person}")
    PersonTrackBody ofPerson(
            @PathVariable String person,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate day,
            @SignedIn Actor actor) {
        var led = people.getLed(person, actor);
        var wanted = day == null ? tracks.today() : day;
        audit.record(
                AuditEntry.done(
                        actor.id(),
                        "patrol.track.read",
                        "people/" + person,
                        Map.of("day", wanted.toString())));
        var track = tracks.getTrack(person, wanted);
        return PersonTrackBody.of(led, track, tracks.measure(track, led));
    }
}
