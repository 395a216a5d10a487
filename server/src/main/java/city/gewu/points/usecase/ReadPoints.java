package city.gewu.points.usecase;

import city.gewu.people.Actor;
import city.gewu.people.Department;
import city.gewu.people.People;
import city.gewu.platform.Named;
import city.gewu.points.model.Statement;
import city.gewu.points.store.BoardStore;
import city.gewu.points.store.PostedStore.Posted;
import city.gewu.points.usecase.LedPeople.Led;
import city.gewu.territory.Territory;
import city.gewu.territory.TerritoryUnit;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// Points of a month: one's own, those of people one leads, and what they come to for a team and
/// for a grid.
@Component
public class ReadPoints {

    private final BoardStore board;
    private final LedPeople led;
    private final People people;
    private final Territory territory;

    ReadPoints(BoardStore board, LedPeople led, People people, Territory territory) {
        this.board = board;
        this.led = led;
        this.people = people;
        this.territory = territory;
    }

    /// One line of the ranking.
    ///
    /// @param rank from 1; equal points share a place
    /// @param amount in hundredths
    public record Ranked(int rank, Led person, int amount) {}

    /// What a group comes to (汇总).
    ///
    /// @param code of the organisation, or of the unit people are posted to; empty text for the
    ///   whole city
    /// @param amount in hundredths
    /// @param mean of a person, in hundredths
    public record Group(String code, Named name, int people, int amount, int mean) {}

    public Statement own(Actor actor, YearMonth month) {
        return board.read(actor.id(), month.atDay(1), month.atEndOfMonth());
    }

    public Statement of(String person, YearMonth month, Actor leader) {
        led.get(person, month, leader);
        return board.read(person, month.atDay(1), month.atEndOfMonth());
    }

    /// People of the month, the most points first.
    public List<Ranked> rank(YearMonth month, Actor leader) {
        var all = led.list(month, leader);
        var sums = board.sumByPerson(all.keySet(), month.atDay(1), month.atEndOfMonth());
        var inOrder =
                all.values().stream()
                        .sorted(
                                Comparator.comparingInt(
                                                (Led one) -> -sums.getOrDefault(one.person(), 0))
                                        .thenComparing(Led::name)
                                        .thenComparing(Led::person))
                        .toList();
        var ranked = new ArrayList<Ranked>();
        for (var one : inOrder) {
            int amount = sums.getOrDefault(one.person(), 0);
            boolean tied = !ranked.isEmpty() && ranked.getLast().amount() == amount;
            ranked.add(new Ranked(tied ? ranked.getLast().rank() : ranked.size() + 1, one, amount));
        }
        return ranked;
    }

    /// What teams come to: the organisations the posts are held in.
    public List<Group> listTeams(YearMonth month, Actor leader) {
        var names = new LinkedHashMap<String, Named>();
        for (Department one : people.listDepartments()) {
            names.put(one.code(), one.name());
        }
        return group(rank(month, leader), Posted::department, names);
    }

    /// What grids come to: the units people are posted to, each person in every one of theirs.
    public List<Group> listGrids(YearMonth month, Actor leader) {
        var ranked = rank(month, leader);
        var levels = new HashSet<String>();
        ranked.forEach(one -> one.person().postings().forEach(at -> levels.add(at.level())));
        var names = new LinkedHashMap<String, Named>();
        for (var level : levels) {
            if (!level.isEmpty()) {
                for (TerritoryUnit unit : territory.listUnits(level)) {
                    names.put(unit.code(), unit.name());
                }
            }
        }
        return group(ranked, Posted::unit, names);
    }

    private static List<Group> group(
            List<Ranked> ranked, Function<Posted, String> part, Map<String, Named> names) {
        var members = new LinkedHashMap<String, Set<Ranked>>();
        for (var one : ranked) {
            for (var posting : one.person().postings()) {
                members.computeIfAbsent(part.apply(posting), _ -> new HashSet<>()).add(one);
            }
        }
        var groups = new ArrayList<Group>();
        members.forEach((code, own) -> {
            int amount = own.stream().mapToInt(Ranked::amount).sum();
            groups.add(
                    new Group(
                            code,
                            names.getOrDefault(code, new Named(code, code)),
                            own.size(),
                            amount,
                            Math.round((float) amount / own.size())));
        });
        groups.sort(Comparator.comparingInt(Group::mean).reversed().thenComparing(Group::code));
        return groups;
    }
}
