package city.gewu.casework.usecase;

import city.gewu.casework.model.UnitFact;
import city.gewu.casework.store.UnitLedgerStore;
import city.gewu.casework.store.UnitLedgerStore.Entry;
import city.gewu.casework.store.UnitLedgerStore.Sheet;
import city.gewu.engine.indicator.Period;
import city.gewu.people.Actor;
import city.gewu.people.People;
import city.gewu.people.Scope;
import city.gewu.platform.RefusedException;
import city.gewu.territory.Level;
import city.gewu.territory.Territory;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Ledgers of each department and each unit of the city (挂账、延期、退件台账). The centre sees all of them;
/// a department its own, also where a case has gone on to somebody else since.
@Component
public class UnitLedgers {

    private static final String DEPARTMENT = "department";

    /// After every case there is.
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    private final UnitLedgerStore store;
    private final Territory territory;
    private final People people;
    private final Clock clock;

    UnitLedgers(UnitLedgerStore store, Territory territory, People people, Clock clock) {
        this.store = store;
        this.territory = territory;
        this.people = people;
        this.clock = clock;
    }

    /// One line of the ledger.
    ///
    /// @param subject code of the unit; empty text for cases that nobody had
    /// @param cases by fact; a fact that did not happen has none
    public record Line(String subject, Map<UnitFact, Long> cases) {

        public long count(UnitFact fact) {
            return cases.getOrDefault(fact, 0L);
        }

        /// The part of the cases dispatched to the unit in the period; empty when there were none.
        public Optional<Double> ratio(UnitFact fact) {
            long dispatched = count(UnitFact.DISPATCHED);
            return dispatched == 0
                    ? Optional.empty()
                    : Optional.of((double) count(fact) / dispatched);
        }
    }

    /// A case behind a number, and whether this person may open it.
    public record Behind(Entry entry, boolean inSight) {}

    /// @param next empty on the last page
    public record Page(List<Behind> cases, Optional<Cursor> next) {}

    public record Cursor(Instant at, long id) {}

    /// What kinds of units there are ledgers of: departments, and the levels below the city.
    public List<String> listKinds() {
        return Stream.concat(
                        Stream.of(DEPARTMENT),
                        territory.getCity().levels().stream()
                                .filter(level -> !level.parent().isEmpty() || level.depth() == 1)
                                .map(Level::code))
                .toList();
    }

    /// Refused with `casework.bad-period` or `casework.unknown-level`.
    ///
    /// @param period `2026-11`, `2026-Q4` or `2026`
    /// @param by `department`, or the code of a level
    public List<Line> listLines(String period, String by, Actor actor) {
        var lines = new LinkedHashMap<String, Map<UnitFact, Long>>();
        for (var count : store.count(sheet(period, by, actor))) {
            UnitFact.findFact(count.fact())
                    .ifPresent(fact ->
                            lines.computeIfAbsent(
                                            count.subject(), _ -> new EnumMap<>(UnitFact.class))
                                    .put(fact, count.cases()));
        }
        return lines.entrySet().stream()
                .map(line -> new Line(line.getKey(), line.getValue()))
                .toList();
    }

    public Page listBehind(Question question, Optional<Cursor> after, int limit, Actor actor) {
        var sheet = sheet(question.period(), question.by(), actor);
        var start = after.orElseGet(() -> new Cursor(LAST, Long.MAX_VALUE));
        var found =
                store.list(
                        sheet,
                        question.subject(),
                        question.fact().code(),
                        start.at(),
                        start.id(),
                        limit + 1);
        boolean more = found.size() > limit;
        var page = more ? found.subList(0, limit) : found;
        return new Page(
                page.stream().map(entry -> behind(entry, sheet.scope())).toList(),
                more
                        ? Optional.of(new Cursor(page.getLast().at(), page.getLast().id()))
                        : Optional.empty());
    }

    /// One number of the ledger.
    public record Question(String period, String by, String subject, UnitFact fact) {}

    private static Behind behind(Entry entry, Scope scope) {
        return new Behind(entry, scope.covers("", List.of(entry.holder()), entry.places()));
    }

    private Sheet sheet(String period, String by, Actor actor) {
        var zone = territory.getCity().zone();
        var window =
                Period.parse(period)
                        .orElseThrow(() ->
                                new RefusedException(
                                        "casework.bad-period",
                                        "The period (%s) is not a month, quarter or year."
                                                .formatted(period),
                                        "Write it like 2026-11, 2026-Q4 or 2026."))
                        .in(zone);
        return new Sheet(
                window,
                LocalDate.ofInstant(clock.instant(), zone),
                by.equals(DEPARTMENT) ? 0 : depth(by),
                Scope.of(actor, people));
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
}
