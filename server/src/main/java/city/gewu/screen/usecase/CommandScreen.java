package city.gewu.screen.usecase;

import city.gewu.catalogue.Catalogue;
import city.gewu.catalogue.MinorCategory;
import city.gewu.people.Post;
import city.gewu.people.Scope;
import city.gewu.platform.Named;
import city.gewu.screen.model.Screen;
import city.gewu.screen.model.Screen.Counted;
import city.gewu.screen.model.Screen.Happening;
import city.gewu.screen.model.Screen.Hour;
import city.gewu.screen.model.Screen.Late;
import city.gewu.screen.model.Screen.Numbers;
import city.gewu.screen.model.Screen.Posted;
import city.gewu.screen.store.Ground;
import city.gewu.screen.store.ScreenStore;
import city.gewu.screen.store.ScreenStore.Open;
import city.gewu.screen.store.ScreenStore.Reported;
import city.gewu.territory.City;
import city.gewu.territory.Territory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// Puts the screen together. Viewers of the same ground share one answer for some seconds, so a
/// hundred walls cost no more than one.
@Component
public class CommandScreen {

    private static final Duration SHARED = Duration.ofSeconds(5);
    private static final Duration EVENTS_OF = Duration.ofHours(1);
    private static final int CATEGORIES = 6;
    private static final int OVERDUE = 8;
    private static final int EVENTS = 24;
    private static final int HOURS = 24;
    private static final List<String> AT_WORK =
            List.of(
                    Post.SUPERVISOR.name(),
                    Post.SHIFT_LEAD.name(),
                    Post.DISPATCHER.name(),
                    Post.HANDLER.name(),
                    Post.CHECKER.name());

    private final ScreenStore store;
    private final OnTimeRates rates;
    private final Territory territory;
    private final Catalogue catalogue;
    private final Clock clock;
    private final Map<Ground, Screen> kept = new ConcurrentHashMap<>();

    CommandScreen(
            ScreenStore store,
            OnTimeRates rates,
            Territory territory,
            Catalogue catalogue,
            Clock clock) {
        this.store = store;
        this.rates = rates;
        this.territory = territory;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /// The screen of what somebody may see, at most some seconds old.
    public Screen show(Scope scope) {
        var now = clock.instant();
        kept.values().removeIf(screen -> isOld(screen, now));
        return kept.computeIfAbsent(Ground.of(scope), ground -> draw(ground, scope, now));
    }

    private static boolean isOld(Screen screen, Instant now) {
        return !screen.at().plus(SHARED).isAfter(now) || screen.at().isAfter(now);
    }

    private Screen draw(Ground ground, Scope scope, Instant now) {
        var city = territory.getCity();
        var today = LocalDate.ofInstant(now, city.zone());
        var start = start(today, city);
        var reported = store.countReported(ground, start, now);
        var yesterday = store.countReported(ground, start(today.minusDays(1), city), start);
        var finest = city.levels().getLast();
        var open = store.countOpen(ground, finest.depth(), now);
        return new Screen(
                now,
                today,
                numbers(reported, yesterdaySoFar(ground, now, city), open),
                hours(reported, store.countClosed(ground, start, now), yesterday),
                categories(reported),
                finest.code(),
                open.stream()
                        .filter(it -> !it.unit().isEmpty())
                        .collect(Collectors.toMap(Open::unit, Open::cases)),
                overdue(ground, now),
                events(ground, now),
                store.countPosted(today, AT_WORK).stream()
                        .sorted(Comparator.comparingInt(it -> AT_WORK.indexOf(it.post())))
                        .map(it -> new Posted(it.post(), it.people(), it.onDuty()))
                        .toList(),
                rates.at(now, scope));
    }

    private static Instant start(LocalDate day, City city) {
        return day.atStartOfDay(city.zone()).toInstant();
    }

    private long yesterdaySoFar(Ground ground, Instant now, City city) {
        var then = now.atZone(city.zone()).minusDays(1);
        return cases(
                store.countReported(ground, start(then.toLocalDate(), city), then.toInstant()));
    }

    private static long cases(List<Reported> rows) {
        return rows.stream().mapToLong(Reported::cases).sum();
    }

    private static Numbers numbers(List<Reported> today, long yesterday, List<Open> open) {
        return new Numbers(
                cases(today),
                yesterday,
                today.stream().mapToLong(Reported::onSpot).sum(),
                open.stream().mapToLong(Open::cases).sum(),
                open.stream().mapToLong(Open::soon).sum(),
                open.stream().mapToLong(Open::overdue).sum());
    }

    /// Twenty-four hours by the clock; the hour that a change of the clocks adds joins the last.
    private static List<Hour> hours(
            List<Reported> today, Map<Integer, Long> closed, List<Reported> yesterday) {
        var reported = byHour(today);
        var before = byHour(yesterday);
        return IntStream.range(0, HOURS)
                .mapToObj(hour ->
                        new Hour(
                                hour,
                                reported.getOrDefault(hour, 0L),
                                closed.getOrDefault(hour, 0L),
                                before.getOrDefault(hour, 0L)))
                .toList();
    }

    private static Map<Integer, Long> byHour(List<Reported> rows) {
        return rows.stream()
                .collect(
                        Collectors.groupingBy(
                                it -> Math.min(it.hour(), HOURS - 1),
                                Collectors.summingLong(Reported::cases)));
    }

    private List<Counted> categories(List<Reported> today) {
        var known =
                catalogue.listCategories().stream()
                        .collect(Collectors.toMap(MinorCategory::code, Function.identity()));
        var majors =
                known.values().stream()
                        .collect(
                                Collectors.toMap(
                                        MinorCategory::majorCode,
                                        MinorCategory::major,
                                        (first, _) -> first));
        return today.stream()
                .collect(
                        Collectors.groupingBy(
                                it -> {
                                    var minor = known.get(it.category());
                                    return minor == null ? it.category() : minor.majorCode();
                                },
                                Collectors.summingLong(Reported::cases)))
                .entrySet()
                .stream()
                .sorted(
                        Map.Entry.<String, Long>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(CATEGORIES)
                .map(it ->
                        new Counted(
                                it.getKey(),
                                majors.getOrDefault(
                                        it.getKey(), new Named(it.getKey(), it.getKey())),
                                it.getValue()))
                .toList();
    }

    private List<Late> overdue(Ground ground, Instant now) {
        return store.listOverdue(ground, now, OVERDUE).stream()
                .map(it ->
                        new Late(
                                it.id(),
                                it.caseNo(),
                                category(it.category()),
                                it.address(),
                                it.dueAt()))
                .toList();
    }

    private List<Happening> events(Ground ground, Instant now) {
        return store.listEvents(ground, now.minus(EVENTS_OF), now, EVENTS).stream()
                .map(it ->
                        new Happening(
                                it.id(),
                                it.seq(),
                                it.kind(),
                                it.at(),
                                it.caseNo(),
                                category(it.category()),
                                it.address()))
                .toList();
    }

    private Named category(String code) {
        return catalogue
                .findCategory(code)
                .map(MinorCategory::name)
                .orElseGet(() -> new Named(code, code));
    }
}
