package city.gewu.engine.worktime;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/// What a calendar is made from: the weekly hours of each season, the holidays, and the weekend
/// days worked in exchange for them (调休). The calendar covers the days from the first to the last,
/// both included, and nothing is guessed beyond.
///
/// @param makeUpDays each has the hours its season gives to a Monday
public record CalendarRules(
        ZoneId zone,
        LocalDate firstDay,
        LocalDate lastDay,
        List<Season> seasons,
        Set<LocalDate> holidays,
        Set<LocalDate> makeUpDays) {

    public CalendarRules {
        seasons = List.copyOf(seasons);
        holidays = Set.copyOf(holidays);
        makeUpDays = Set.copyOf(makeUpDays);
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException(
                    "The last day (%s) comes before the first (%s).".formatted(lastDay, firstDay));
        }
        for (LocalDate day = firstDay; !day.isAfter(lastDay); day = day.plusDays(1)) {
            requireOneSeason(seasons, day);
        }
        for (LocalDate day : makeUpDays) {
            if (holidays.contains(day)) {
                throw new IllegalArgumentException(
                        "The day (%s) is both a holiday and a make-up workday.".formatted(day));
            }
        }
    }

    private static void requireOneSeason(List<Season> seasons, LocalDate day) {
        long holding = seasons.stream().filter(season -> season.holds(day)).count();
        if (holding != 1) {
            throw new IllegalArgumentException(
                    "The day (%s) lies in %d seasons; it must lie in exactly one."
                            .formatted(day, holding));
        }
    }

    List<WorkPeriod> periodsOn(LocalDate day) {
        if (holidays.contains(day)) {
            return List.of();
        }
        DayOfWeek weekday = makeUpDays.contains(day) ? DayOfWeek.MONDAY : day.getDayOfWeek();
        return seasons.stream()
                .filter(season -> season.holds(day))
                .findFirst()
                .orElseThrow()
                .periods(weekday);
    }
}
