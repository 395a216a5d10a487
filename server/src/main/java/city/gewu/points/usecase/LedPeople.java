package city.gewu.points.usecase;

import city.gewu.people.Actor;
import city.gewu.people.People;
import city.gewu.people.Scope;
import city.gewu.platform.RefusedException;
import city.gewu.points.store.PostedStore;
import city.gewu.points.store.PostedStore.Posted;
import city.gewu.territory.Place;
import city.gewu.territory.Territory;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// People who have points, and which of them somebody leads: posted on ground, or in an
/// organisation, that is in sight.
@Component
public class LedPeople {

    private final PostedStore posted;
    private final RuleShelf rules;
    private final People people;
    private final Territory territory;
    private final Clock clock;

    LedPeople(
            PostedStore posted, RuleShelf rules, People people, Territory territory, Clock clock) {
        this.posted = posted;
        this.rules = rules;
        this.people = people;
        this.territory = territory;
        this.clock = clock;
    }

    /// @param postings those of the month that count for points, in no order
    public record Led(String person, String name, List<Posted> postings) {

        public Led {
            postings = List.copyOf(postings);
        }
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), territory.getCity().zone());
    }

    /// By id, everybody of the month whom the one who asks leads.
    public Map<String, Led> list(YearMonth month, Actor leader) {
        var book = rules.findInForce(month.atEndOfMonth());
        if (book.isEmpty()) {
            return Map.of();
        }
        var scope = Scope.of(leader, people);
        var places = new HashMap<String, List<String>>();
        var all = new LinkedHashMap<String, List<Posted>>();
        for (var one : posted.list(month.atDay(1), month.atEndOfMonth(), book.get().posts())) {
            var units =
                    places.computeIfAbsent(
                            one.level() + "/" + one.unit(), _ -> places(one.level(), one.unit()));
            if (scope.covers("", List.of(one.department()), units)) {
                all.computeIfAbsent(one.person(), _ -> new ArrayList<>()).add(one);
            }
        }
        var led = new LinkedHashMap<String, Led>();
        all.forEach((person, own) -> led.put(person, new Led(person, own.getFirst().name(), own)));
        return led;
    }

    private List<String> places(String level, String unit) {
        return unit.isEmpty()
                ? List.of()
                : territory.findPlaceOf(level, unit).map(Place::units).orElse(List.of());
    }

    /// Somebody whom the one who asks leads; refused with `points.not-found` otherwise.
    public Led get(String person, YearMonth month, Actor leader) {
        var found = list(month, leader).get(person);
        if (found == null) {
            throw new RefusedException(
                    "points.not-found",
                    "There is nobody (%s) with points whom you lead.".formatted(person),
                    "Choose somebody of the list.");
        }
        return found;
    }
}
