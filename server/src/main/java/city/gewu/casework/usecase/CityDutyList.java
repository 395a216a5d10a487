package city.gewu.casework.usecase;

import city.gewu.casework.CaseId;
import city.gewu.casework.DutyList;
import city.gewu.casework.Position;
import city.gewu.casework.Routing;
import city.gewu.casework.Routing.Asked;
import city.gewu.casework.Routing.Route;
import city.gewu.casework.model.Rerouting;
import city.gewu.casework.model.Rerouting.Routed;
import city.gewu.casework.model.RoutingCheck;
import city.gewu.casework.model.RoutingCheck.Finding;
import city.gewu.casework.store.RoutingStore;
import city.gewu.casework.store.RoutingStore.DispatchedCase;
import city.gewu.casework.store.RoutingStore.Version;
import city.gewu.catalogue.Catalogue;
import city.gewu.catalogue.MinorCategory;
import city.gewu.component.Components;
import city.gewu.component.Components.Spot;
import city.gewu.people.Actor;
import city.gewu.people.Department;
import city.gewu.people.People;
import city.gewu.people.Scope;
import city.gewu.platform.RefusedException;
import city.gewu.territory.Territory;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Proposes who is to handle a case and says why, tries a changed duty list on a month of cases,
/// and puts it in force.
@Service
public class CityDutyList implements DutyList {

    /// More cases of a month than this are not run through, the oldest first.
    private static final int MOST_CASES = 100_000;

    private final RoutingStore store;
    private final CaseDesk desk;
    private final Components components;
    private final Catalogue catalogue;
    private final Territory territory;
    private final People people;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CityDutyList(
            RoutingStore store,
            CaseDesk desk,
            Components components,
            Catalogue catalogue,
            Territory territory,
            People people,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.desk = desk;
        this.components = components;
        this.catalogue = catalogue;
        this.territory = territory;
        this.people = people;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// A list tried on a month: what is wrong with it, and what it would change.
    ///
    /// @param rerouting empty when anything is wrong
    public record Simulation(List<Finding> findings, Optional<Rerouting> rerouting) {}

    public List<Version> listVersions() {
        return store.listVersions();
    }

    @Override
    public Routing getRouting() {
        return store.findInForce(clock.instant())
                .map(store::getRouting)
                .orElseGet(() -> new Routing(List.of(), List.of()));
    }

    /// Who the list in force proposes for a case that this person may see, and by which rule.
    public Route routeCase(CaseId id, Actor actor) {
        var facts = desk.getKept(id, Scope.of(actor, people)).file().facts();
        var owner =
                facts.position()
                        .map(at -> components.listOwners(List.of(spot(at, facts.category()))))
                        .map(List::getFirst)
                        .orElse("");
        return getRouting().router().route(new Asked(facts.category(), facts.places(), owner));
    }

    /// Runs the cases in sight that were filed in a month through the list in force and the
    /// proposed one.
    public Simulation simulate(Routing proposed, YearMonth month, Actor actor) {
        var findings = check(proposed);
        if (!findings.isEmpty()) {
            return new Simulation(findings, Optional.empty());
        }
        var zone = territory.getCity().zone();
        var cases =
                store.listDispatched(
                        month.atDay(1).atStartOfDay(zone).toInstant(),
                        month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant(),
                        Scope.of(actor, people),
                        MOST_CASES);
        var owners = listOwners(cases);
        var before = getRouting().router();
        var after = proposed.router();
        var routed =
                IntStream.range(0, cases.size())
                        .mapToObj(i -> {
                            var one = cases.get(i);
                            var asked = new Asked(one.category(), one.places(), owners.get(i));
                            return new Routed(
                                    one.id(),
                                    one.caseNo(),
                                    one.category(),
                                    one.department(),
                                    before.route(asked),
                                    after.route(asked));
                        })
                        .toList();
        return new Simulation(List.of(), Optional.of(Rerouting.of(routed)));
    }

    /// Number of the list in force, 0 before the first.
    public int getNumberInForce() {
        return store.findInForce(clock.instant()).orElse(0);
    }

    /// One of the lists that there are; refused with `casework.unknown-routing`.
    public Routing getVersion(int number) {
        var routing = store.getRouting(number);
        if (routing.rules().isEmpty()) {
            throw new RefusedException(
                    "casework.unknown-routing",
                    "There is no duty list (%d).".formatted(number),
                    "Choose one of those that the page lists.");
        }
        return routing;
    }

    @Override
    public int putInForce(Routing routing, int basedOn, String reason, Actor author) {
        return putInForce(routing, new Start(basedOn, Optional.empty()), reason, author);
    }

    /// Where a list begins.
    ///
    /// @param basedOn number of the newest list that the author has seen, 0 for none
    /// @param day it comes into force when the day begins in the city; empty for at once
    public record Start(int basedOn, Optional<LocalDate> day) {}

    /// Puts a list in force, or has it come into force by itself on a later day. A list put in
    /// later stands above one that has not begun yet, which then never does.
    public int putInForce(Routing routing, Start start, String reason, Actor author) {
        return Objects.requireNonNull(
                transaction.execute(_ -> insert(routing, start, reason, author)));
    }

    /// Refused with `casework.bad-routing-day` for a day that has begun.
    private Instant since(Start start) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (start.day().isEmpty()) {
            return now;
        }
        var since = start.day().get().atStartOfDay(territory.getCity().zone()).toInstant();
        if (!since.isAfter(now)) {
            throw new RefusedException(
                    "casework.bad-routing-day",
                    "The day (%s) has begun.".formatted(start.day().get()),
                    "Choose a later day, or leave it empty for at once.");
        }
        return since;
    }

    private int insert(Routing routing, Start start, String reason, Actor author) {
        store.lock();
        int newest = store.findNewest().orElse(0);
        if (newest != start.basedOn()) {
            throw new RefusedException(
                    "casework.stale-routing",
                    "The newest duty list is (%d), not (%d).".formatted(newest, start.basedOn()),
                    "Reload it, make the change again, and try it out.");
        }
        if (reason.isBlank()) {
            throw new RefusedException(
                    "casework.missing-reason",
                    "The duty list needs a reason.",
                    "Say in a sentence why it changes.");
        }
        var findings = check(routing);
        if (!findings.isEmpty()) {
            throw new RefusedException(
                    "casework.bad-routing",
                    "The duty list has (%d) faults: %s."
                            .formatted(
                                    findings.size(),
                                    findings.stream()
                                            .limit(5)
                                            .map(CityDutyList::words)
                                            .collect(Collectors.joining(", "))),
                    "Mend these lines, and try it out.");
        }
        return store.insert(routing, since(start), author.id(), reason);
    }

    private static String words(Finding finding) {
        return "%s %d %s (%s)"
                .formatted(finding.part(), finding.line(), finding.code(), finding.value());
    }

    private List<Finding> check(Routing routing) {
        var departments =
                people.listDepartments().stream().map(Department::code).collect(Collectors.toSet());
        var units =
                territory.getCity().levels().stream()
                        .flatMap(level -> territory.listUnits(level.code()).stream())
                        .map(unit -> unit.code())
                        .collect(Collectors.toSet());
        return new RoutingCheck(
                        catalogue.listCategories().stream().map(MinorCategory::code).toList(),
                        departments::contains,
                        units::contains)
                .check(routing);
    }

    /// One for each case; empty text without a place or a known owner.
    private List<String> listOwners(List<DispatchedCase> cases) {
        var placed = cases.stream().filter(one -> one.position().isPresent()).toList();
        var owners =
                components.listOwners(
                        placed.stream()
                                .map(one -> spot(one.position().orElseThrow(), one.category()))
                                .toList());
        var all = new ArrayList<String>();
        int at = 0;
        for (var one : cases) {
            all.add(one.position().isPresent() ? owners.get(at++) : "");
        }
        return all;
    }

    private static Spot spot(Position at, String category) {
        return new Spot(at.longitude(), at.latitude(), category);
    }
}
