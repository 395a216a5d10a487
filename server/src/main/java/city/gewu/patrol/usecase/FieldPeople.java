package city.gewu.patrol.usecase;

import city.gewu.patrol.store.RosterStore;
import city.gewu.patrol.store.RosterStore.Posted;
import city.gewu.people.Actor;
import city.gewu.people.Area;
import city.gewu.people.People;
import city.gewu.people.Post;
import city.gewu.people.Rights;
import city.gewu.people.Scope;
import city.gewu.platform.RefusedException;
import city.gewu.platform.Right;
import city.gewu.territory.Level;
import city.gewu.territory.Place;
import city.gewu.territory.Territory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The people who work in the street, and which of them somebody leads.
@Component
public class FieldPeople {

    private final RosterStore roster;
    private final People people;
    private final Territory territory;
    private final Clock clock;

    FieldPeople(RosterStore roster, People people, Territory territory, Clock clock) {
        this.roster = roster;
        this.people = people;
        this.territory = territory;
        this.clock = clock;
    }

    /// Postings in the street today.
    ///
    /// @param posts names of the posts that count
    List<Posted> listPosted(List<Post> posts) {
        var day = LocalDate.ofInstant(clock.instant(), territory.getCity().zone());
        return roster.listPosted(day, posts.stream().map(Post::name).toList());
    }

    /// Names by id of everybody in the street whom the one who asks leads: posted on ground, or in
    /// an organisation, that is in sight.
    public Map<String, String> listLed(Actor leader) {
        var scope = Scope.of(leader, people);
        var led = new LinkedHashMap<String, String>();
        for (var posted : listPosted(inStreet())) {
            if (covers(scope, posted)) {
                led.putIfAbsent(posted.person(), posted.name());
            }
        }
        return led;
    }

    /// The person, when the one who asks leads them; refused with `patrol.not-found` otherwise.
    public Actor getLed(String person, Actor leader) {
        return people.findActor(person)
                .filter(_ -> listLed(leader).containsKey(person))
                .orElseThrow(() ->
                        new RefusedException(
                                "patrol.not-found",
                                "There is nobody (%s) in the street whom you lead."
                                        .formatted(person),
                                "Choose somebody of the list."));
    }

    private boolean covers(Scope scope, Posted posted) {
        var places =
                posted.unit().isEmpty()
                        ? List.<String>of()
                        : territory
                                .findPlaceOf(posted.level(), posted.unit())
                                .map(Place::units)
                                .orElse(List.of());
        return scope.covers("", List.of(posted.department()), places);
    }

    static List<Post> inStreet() {
        return Arrays.stream(Post.values())
                .filter(post -> Rights.of(post).contains(Right.WORK_IN_FIELD))
                .toList();
    }

    /// Turns the place of a posting into an area.
    Function<Posted, Area> areas() {
        var depths =
                territory.getCity().levels().stream()
                        .collect(Collectors.toMap(Level::code, Level::depth));
        return posted ->
                posted.unit().isEmpty()
                        ? Area.CITY
                        : new Area(
                                posted.level(),
                                posted.unit(),
                                depths.getOrDefault(posted.level(), Integer.MAX_VALUE));
    }
}
