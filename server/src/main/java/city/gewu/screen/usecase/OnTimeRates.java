package city.gewu.screen.usecase;

import city.gewu.assessment.Assessment;
import city.gewu.people.Department;
import city.gewu.people.People;
import city.gewu.people.Scope;
import city.gewu.platform.Named;
import city.gewu.screen.model.Ranking;
import city.gewu.screen.model.Screen.Rate;
import city.gewu.screen.model.Screen.Rates;
import city.gewu.territory.City;
import city.gewu.territory.Level;
import city.gewu.territory.Territory;
import city.gewu.territory.TerritoryUnit;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The on-time rates of the month, taken from the assessment. A month of a big city takes longer to
/// evaluate than a screen may wait, so the figures are kept and evaluated anew beside the answers.
@Component
class OnTimeRates {

    private static final String INDICATOR = "on_time_rate";
    private static final String NOBODY = "-";
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final int STREETS = 3;

    private final Assessment assessment;
    private final Territory territory;
    private final People people;
    private final AtomicReference<@Nullable Month> kept = new AtomicReference<>();
    private final AtomicBoolean evaluating = new AtomicBoolean();

    OnTimeRates(Assessment assessment, Territory territory, People people) {
        this.assessment = assessment;
        this.territory = territory;
        this.people = people;
    }

    /// The whole city's figures of a month and of the one before, by unit and by department.
    private record Month(
            Instant at,
            YearMonth month,
            String level,
            Map<String, Rate> units,
            Map<String, Rate> unitsBefore,
            Map<String, Rate> departments,
            Map<String, Rate> departmentsBefore) {}

    /// The figures of the month that somebody may see; at most some minutes old unless their
    /// evaluation takes longer.
    Rates at(Instant now, Scope scope) {
        var month = YearMonth.from(now.atZone(territory.getCity().zone()));
        var known = kept.get();
        if (known == null || !known.month().equals(month)) {
            return inSight(evaluate(month, now), scope);
        }
        boolean old = known.at().plus(FRESH).isBefore(now);
        if (old && evaluating.compareAndSet(false, true)) {
            Thread.ofVirtual().name("screen-rates").start(() -> evaluateAside(month, now));
        }
        return inSight(known, scope);
    }

    private void evaluateAside(YearMonth month, Instant now) {
        try {
            evaluate(month, now);
        } finally {
            evaluating.set(false);
        }
    }

    private Month evaluate(YearMonth month, Instant now) {
        String level = rankedLevel(territory.getCity()).code();
        var made =
                new Month(
                        now,
                        month,
                        level,
                        rates(month, level),
                        rates(month.minusMonths(1), level),
                        rates(month, "department"),
                        rates(month.minusMonths(1), "department"));
        kept.set(made);
        return made;
    }

    /// Who answers for an area sees the units of it, and who works for an organisation sees how it
    /// stands; neither is told of the others.
    private Rates inSight(Month month, Scope scope) {
        Predicate<String> unit = code -> scope.all() || coversUnit(scope, month.level(), code);
        Predicate<String> department = code -> scope.all() || scope.coversDepartment(code);
        var units = only(month.units(), unit);
        var unitsBefore = only(month.unitsBefore(), unit);
        var departments = only(month.departments(), department);
        var before = only(month.departmentsBefore(), department);
        boolean byUnit = !units.isEmpty() || !unitsBefore.isEmpty();
        return new Rates(
                month.at(),
                month.month().toString(),
                sum(byUnit ? units : departments),
                sum(byUnit ? unitsBefore : before),
                month.level(),
                Ranking.rank(owned(units), owned(unitsBefore), unitNames(month.level())),
                Ranking.rank(owned(departments), owned(before), departmentNames()));
    }

    private boolean coversUnit(Scope scope, String level, String code) {
        return territory
                .findPlaceOf(level, code)
                .filter(place -> scope.coversUnits(place.units()))
                .isPresent();
    }

    private static Map<String, Rate> only(Map<String, Rate> rates, Predicate<String> seen) {
        return rates.entrySet().stream()
                .filter(it -> seen.test(it.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// The streets where a city has them, else the level below the city.
    private static Level rankedLevel(City city) {
        var levels = city.levels();
        int place = levels.size() > STREETS ? STREETS : Math.min(2, levels.size());
        return levels.get(place - 1);
    }

    private Map<String, Rate> rates(YearMonth month, String kind) {
        var rates = new HashMap<String, Rate>();
        assessment.evaluate(
                month.toString(),
                kind,
                Optional.of(INDICATOR),
                figure -> {
                    if (figure.denominator() > 0) {
                        rates.put(
                                figure.subject(),
                                new Rate(figure.numerator(), figure.denominator()));
                    }
                });
        return rates;
    }

    private static Map<String, Rate> owned(Map<String, Rate> rates) {
        return rates.entrySet().stream()
                .filter(it -> !it.getKey().equals(NOBODY))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Optional<Rate> sum(Map<String, Rate> rates) {
        return rates.values().stream()
                .reduce((a, b) -> new Rate(a.onTime() + b.onTime(), a.due() + b.due()));
    }

    private Function<String, Named> unitNames(String level) {
        var names =
                territory.listUnits(level).stream()
                        .collect(Collectors.toMap(TerritoryUnit::code, TerritoryUnit::name));
        return code -> names.getOrDefault(code, new Named(code, code));
    }

    private Function<String, Named> departmentNames() {
        var names =
                people.listDepartments().stream()
                        .collect(Collectors.toMap(Department::code, Department::name));
        return code -> names.getOrDefault(code, new Named(code, code));
    }
}
