package city.gewu.casework.usecase;

import city.gewu.casework.CaseId;
import city.gewu.casework.FollowOn;
import city.gewu.casework.model.AllowedCommands;
import city.gewu.casework.model.By;
import city.gewu.casework.model.CaseFile;
import city.gewu.casework.model.CaseFile.Origin;
import city.gewu.casework.model.CaseState.Closed;
import city.gewu.casework.model.CaseView;
import city.gewu.casework.model.CommandForm;
import city.gewu.casework.model.Waiting;
import city.gewu.casework.store.CaseFilter;
import city.gewu.casework.store.CaseLedger;
import city.gewu.casework.store.CaseListStore;
import city.gewu.casework.store.CaseListStore.Cursor;
import city.gewu.casework.store.CaseListStore.Page;
import city.gewu.casework.store.CaseListStore.StateCount;
import city.gewu.casework.store.Kept;
import city.gewu.casework.store.Narrowing;
import city.gewu.casework.store.TimelineStore;
import city.gewu.casework.store.TimelineStore.Told;
import city.gewu.people.Actor;
import city.gewu.people.People;
import city.gewu.people.Scope;
import city.gewu.platform.RefusedException;
import city.gewu.territory.Level;
import city.gewu.territory.Territory;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Cases as one person may see them.
@Component
public class CaseDesk {

    private static final int LONGEST_PAGE = 200;

    /// A file is read in longer pages, for nobody waits for one.
    private static final int EXPORT_PAGE = 1000;

    private static final List<CaseView> BY_STATE =
            List.of(
                    CaseView.TO_FILE,
                    CaseView.TO_DISPATCH,
                    CaseView.HANDLING,
                    CaseView.TO_CHECK,
                    CaseView.TO_CLOSE);

    private final CaseListStore lists;
    private final CaseLedger ledger;
    private final TimelineStore timeline;
    private final Territory territory;
    private final People people;
    private final DrawnLooks looks;
    private final Clock clock;

    CaseDesk(
            CaseListStore lists,
            CaseLedger ledger,
            TimelineStore timeline,
            Territory territory,
            People people,
            DrawnLooks looks,
            Clock clock) {
        this.lists = lists;
        this.ledger = ledger;
        this.timeline = timeline;
        this.territory = territory;
        this.people = people;
        this.looks = looks;
        this.clock = clock;
    }

    /// Open cases by view, and by light among those with a time.
    public record Counts(Map<CaseView, Long> views, long green, long yellow, long red) {}

    /// A case with all that happened to it, and what this person may do to it now.
    ///
    /// @param before the closed case of which it is the next stage
    /// @param after the case that is the next stage of this one
    public record Opened(
            Kept kept,
            List<Told> timeline,
            List<CommandForm> commands,
            Optional<Kept> before,
            Optional<Kept> after) {}

    public Page listCases(Wanted wanted, Optional<Cursor> after, int limit, Actor actor) {
        return list(wanted, after, Math.clamp(limit, 1, LONGEST_PAGE), actor);
    }

    /// The next thousand of a list that is written to a file.
    public Page listForExport(Wanted wanted, Optional<Cursor> after, Actor actor) {
        return list(wanted, after, EXPORT_PAGE, actor);
    }

    private Page list(Wanted wanted, Optional<Cursor> after, int limit, Actor actor) {
        var filter =
                new CaseFilter(
                        wanted.view(),
                        scope(actor),
                        Waiting.of(actor),
                        narrowing(wanted),
                        wanted.order());
        return lists.listCases(filter, after, limit, now());
    }

    private Narrowing narrowing(Wanted wanted) {
        var zone = territory.getCity().zone();
        return new Narrowing(
                wanted.typed(),
                wanted.category(),
                wanted.department(),
                wanted.source(),
                wanted.unit().isEmpty() ? 0 : depth(wanted.level()),
                wanted.unit(),
                wanted.standing(),
                wanted.mark(),
                wanted.from().map(day -> day.atStartOfDay(zone).toInstant()),
                wanted.to().map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()));
    }

    public Counts countCases(Actor actor) {
        var now = now();
        var states = lists.countOpen(scope(actor), now);
        var views = new LinkedHashMap<CaseView, Long>();
        views.put(CaseView.OPEN, states.stream().mapToLong(StateCount::cases).sum());
        views.put(CaseView.MINE, lists.countMine(mine(actor), now));
        for (var view : BY_STATE) {
            views.put(
                    view,
                    states.stream()
                            .filter(state -> view.states().contains(state.state()))
                            .mapToLong(StateCount::cases)
                            .sum());
        }
        var running = states.stream().filter(state -> !state.state().equals("SUSPENDED")).toList();
        long red = running.stream().mapToLong(StateCount::red).sum();
        views.put(CaseView.OVERDUE, red);
        return new Counts(
                views,
                running.stream().mapToLong(StateCount::green).sum(),
                running.stream().mapToLong(StateCount::yellow).sum(),
                red);
    }

    /// The case; refused with `casework.not-found` when there is none that this person may see.
    public Opened getCase(CaseId id, Actor actor) {
        var scope = scope(actor);
        var kept = getKept(id, scope);
        var by = By.of(actor, now(), territory.getCity().zone());
        var commands =
                AllowedCommands.of(kept.file(), by).stream()
                        .filter(form -> !looks.isSomebodyElses(form.command(), kept.file(), by))
                        .toList();
        return new Opened(
                kept,
                timeline.listEvents(id),
                commands,
                findBefore(kept.file()).filter(found -> found.file().inSight(scope)),
                findAfter(kept.file()).filter(found -> found.file().inSight(scope)));
    }

    /// The same without what happened to it.
    Kept getKept(CaseId id, Scope scope) {
        return ledger.find(id)
                .filter(found -> found.file().inSight(scope))
                .orElseThrow(() -> notFound(id));
    }

    private Optional<Kept> findBefore(CaseFile file) {
        return FollowOn.findClosed(file.origin().system(), file.origin().id())
                .flatMap(ledger::find);
    }

    private Optional<Kept> findAfter(CaseFile file) {
        return file.state() instanceof Closed
                ? ledger.findOrigin(new Origin(FollowOn.ORIGIN, FollowOn.originId(file.id())))
                        .flatMap(ledger::find)
                : Optional.empty();
    }

    private Instant now() {
        return clock.instant();
    }

    private CaseFilter mine(Actor actor) {
        return CaseFilter.of(CaseView.MINE, scope(actor), Waiting.of(actor));
    }

    private Scope scope(Actor actor) {
        return Scope.of(actor, people);
    }

    private int depth(String level) {
        return territory.getCity().levels().stream()
                .filter(known -> known.code().equals(level))
                .mapToInt(Level::depth)
                .findFirst()
                .orElseThrow(() ->
                        new RefusedException(
                                "casework.unknown-level",
                                "The city has no level (%s).".formatted(level),
                                "Ask for one of the levels of /api/city."));
    }

    private static RefusedException notFound(CaseId id) {
        return new RefusedException(
                "casework.not-found",
                "There is no case (%d) that you may see.".formatted(id.value()),
                "Look for it in the list.");
    }
}
