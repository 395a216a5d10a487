package city.gewu.engine.worktime;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Calendars for tests.
final class Calendars {

    private static final Set<DayOfWeek> WEEKDAYS =
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private Calendars() {}

    /// Eight hours with a long noon, the same all year; holidays and make-up days of 2024 to 2026.
    static WorkCalendar china() {
        return new WorkCalendar(
                new CalendarRules(
                        ZoneId.of("Asia/Shanghai"),
                        LocalDate.of(2024, 1, 1),
                        LocalDate.of(2026, 12, 31),
                        List.of(allYear("08:00-12:00", "14:00-18:00")),
                        days(
                                "2024-01-01",
                                "2024-02-10/2024-02-17",
                                "2024-04-04/2024-04-06",
                                "2024-05-01/2024-05-05",
                                "2024-06-10",
                                "2024-09-15/2024-09-17",
                                "2024-10-01/2024-10-07",
                                "2025-01-01",
                                "2025-01-28/2025-02-04",
                                "2025-04-04/2025-04-06",
                                "2025-05-01/2025-05-05",
                                "2025-05-31/2025-06-02",
                                "2025-10-01/2025-10-08",
                                "2026-01-01/2026-01-03",
                                "2026-02-15/2026-02-23",
                                "2026-04-04/2026-04-06",
                                "2026-05-01/2026-05-05",
                                "2026-06-19/2026-06-21",
                                "2026-09-25/2026-09-27",
                                "2026-10-01/2026-10-07"),
                        days(
                                "2024-02-04",
                                "2024-02-18",
                                "2024-04-07",
                                "2024-04-28",
                                "2024-05-11",
                                "2024-09-14",
                                "2024-09-29",
                                "2024-10-12",
                                "2025-01-26",
                                "2025-02-08",
                                "2025-04-27",
                                "2025-09-28",
                                "2025-10-11",
                                "2026-01-04",
                                "2026-02-14",
                                "2026-02-28",
                                "2026-05-09",
                                "2026-09-20",
                                "2026-10-10")));
    }

    /// Longer noon from May to September.
    static WorkCalendar withSummerHours() {
        return new WorkCalendar(
                new CalendarRules(
                        ZoneId.of("Asia/Shanghai"),
                        LocalDate.of(2025, 1, 1),
                        LocalDate.of(2025, 12, 31),
                        List.of(
                                season("--10-01", "--04-30", "08:00-12:00", "14:00-17:30"),
                                season("--05-01", "--09-30", "08:00-12:00", "15:00-18:00")),
                        days("2025-05-01/2025-05-05", "2025-10-01/2025-10-08"),
                        days("2025-04-27", "2025-09-28", "2025-10-11")));
    }

    static WorkCalendar boston() {
        return new WorkCalendar(
                new CalendarRules(
                        ZoneId.of("America/New_York"),
                        LocalDate.of(2011, 1, 1),
                        LocalDate.of(2013, 12, 31),
                        List.of(allYear("08:30-17:00")),
                        days("2011-07-04", "2011-09-05", "2011-10-10", "2011-11-11", "2011-11-24"),
                        Set.of()));
    }

    /// A crew that works from 22:00 to 06:00, every night of the week, where the clock changes.
    static WorkCalendar nights() {
        return new WorkCalendar(
                new CalendarRules(
                        ZoneId.of("America/New_York"),
                        LocalDate.of(2011, 1, 1),
                        LocalDate.of(2013, 12, 31),
                        List.of(
                                new Season(
                                        MonthDay.of(1, 1),
                                        MonthDay.of(12, 31),
                                        week(EnumSet.allOf(DayOfWeek.class), "22:00-06:00"))),
                        Set.of(),
                        Set.of()));
    }

    static Set<LocalDate> days(String... ranges) {
        var days = new LinkedHashSet<LocalDate>();
        for (String range : ranges) {
            int slash = range.indexOf('/');
            var first = LocalDate.parse(slash < 0 ? range : range.substring(0, slash));
            var last = LocalDate.parse(range.substring(slash + 1));
            first.datesUntil(last.plusDays(1)).forEach(days::add);
        }
        return days;
    }

    private static Season allYear(String... periods) {
        return season("--01-01", "--12-31", periods);
    }

    private static Season season(String from, String to, String... periods) {
        return new Season(MonthDay.parse(from), MonthDay.parse(to), week(WEEKDAYS, periods));
    }

    private static Map<DayOfWeek, List<WorkPeriod>> week(Set<DayOfWeek> days, String... periods) {
        var week = new EnumMap<DayOfWeek, List<WorkPeriod>>(DayOfWeek.class);
        for (DayOfWeek day : days) {
            week.put(day, Arrays.stream(periods).map(Calendars::period).toList());
        }
        return week;
    }

    private static WorkPeriod period(String text) {
        int dash = text.indexOf('-');
        return new WorkPeriod(
                LocalTime.parse(text.substring(0, dash)),
                LocalTime.parse(text.substring(dash + 1)));
    }
}
