package city.gewu.assessment.usecase.archive;

import city.gewu.assessment.model.SubjectKind;
import city.gewu.assessment.store.archive.ArchiveFolder.Kept;
import city.gewu.engine.indicator.Period;
import city.gewu.engine.indicator.Source;
import city.gewu.platform.Named;
import city.gewu.platform.RefusedException;
import city.gewu.territory.Level;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The months of the archive that a period is counted from: every month of it, of every city.
record ArchiveSelection(List<Kept> months, Set<String> cities, ZoneId zone, boolean severalMonths) {

    /// @param city the only one; empty for all
    static ArchiveSelection of(List<Kept> kept, Optional<String> city, Period period) {
        var ours =
                kept.stream()
                        .filter(it -> city.isEmpty() || city.get().equals(it.manifest().city()))
                        .toList();
        var cities = new TreeSet<String>();
        ours.forEach(it -> cities.add(it.manifest().city()));
        var wanted = monthsOf(period);
        var found = ours.stream().filter(it -> wanted.contains(it.manifest().month())).toList();
        requireAll(found, cities, wanted, city.orElse("-"));
        var zones =
                found.stream()
                        .map(it -> ZoneId.of(it.manifest().zone()))
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        if (zones.size() > 1) {
            throw new RefusedException(
                    "archive.zones-differ",
                    "The cities of the archive live in different zones: %s.".formatted(zones),
                    "Ask for one of them with --city.");
        }
        return new ArchiveSelection(found, cities, zones.getFirst(), wanted.size() > 1);
    }

    /// The kinds of subjects that every city has.
    List<SubjectKind> kinds() {
        var codes = new LinkedHashSet<>(months.getFirst().manifest().levels());
        months.forEach(it -> codes.retainAll(it.manifest().levels()));
        var levels = new ArrayList<Level>();
        for (String code : codes) {
            levels.add(new Level(levels.size() + 1, code, new Named(code, code), ""));
        }
        return SubjectKind.of(levels);
    }

    /// Whether every month has a column, as far as it has the source.
    boolean has(Source source, String column) {
        return months.stream()
                .flatMap(it -> it.manifest().find(source.name()).stream())
                .allMatch(file -> file.columns().contains(column));
    }

    boolean severalCities() {
        return cities.size() > 1;
    }

    private static Set<YearMonth> monthsOf(Period period) {
        var months = new TreeSet<YearMonth>();
        for (var day = period.first(); day.isBefore(period.after()); day = day.plusMonths(1)) {
            months.add(YearMonth.from(day));
        }
        return months;
    }

    private static void requireAll(
            List<Kept> found, Set<String> cities, Set<YearMonth> wanted, String asked) {
        var have =
                found.stream()
                        .map(it -> it.manifest().city() + " " + it.manifest().month())
                        .collect(Collectors.toSet());
        for (String city : cities.isEmpty() ? Set.of(asked) : cities) {
            for (var month : wanted) {
                if (!have.contains(city + " " + month)) {
                    throw new RefusedException(
                            "archive.missing-month",
                            "The archive does not have the month (%s) of the city (%s)."
                                    .formatted(month, city),
                            "Write it with `gewu archive` where the city is, or ask for another with --city.");
                }
            }
        }
    }
}
