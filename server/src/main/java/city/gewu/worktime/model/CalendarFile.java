package city.gewu.worktime.model;

import city.gewu.engine.worktime.CalendarRules;
import city.gewu.engine.worktime.Season;
import city.gewu.engine.worktime.WorkPeriod;
import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A calendar as its file says it.
///
/// @param version names the calendar for ever; other content needs another version
/// @param makeUpWorkdays each has the hours its season gives to a Monday
public record CalendarFile(
        String version,
        Zone zone,
        Day firstDay,
        Day lastDay,
        List<Part> seasons,
        List<Days> holidays,
        List<Day> makeUpWorkdays) {

    private static final String MIDNIGHT = "24:00";

    public CalendarRules rules() {
        return new CalendarRules(
                zone.id(),
                firstDay.date(),
                lastDay.date(),
                seasons.stream().map(Part::season).toList(),
                freeDays(),
                Set.copyOf(makeUpWorkdays.stream().map(Day::date).toList()));
    }

    private Set<LocalDate> freeDays() {
        var free = new LinkedHashSet<LocalDate>();
        holidays.forEach(
                days -> days.first().datesUntil(days.last().plusDays(1)).forEach(free::add));
        return free;
    }

    /// The hours of one season.
    public record Part(Yearly from, Yearly to, Map<DayOfWeek, List<Hours>> week) {

        Season season() {
            var periods = new EnumMap<DayOfWeek, List<WorkPeriod>>(DayOfWeek.class);
            week.forEach(
                    (day, hours) -> periods.put(day, hours.stream().map(Hours::period).toList()));
            return new Season(from.day(), to.day(), periods);
        }
    }

    /// A time zone by its IANA name.
    public record Zone(ZoneId id) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Zone read(String text) {
            return new Zone(ZoneId.of(text));
        }
    }

    /// `2026-10-01`.
    public record Day(LocalDate date) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Day read(String text) {
            return new Day(LocalDate.parse(text));
        }
    }

    /// `2026-10-01`, or `2026-10-01/2026-10-07` with both ends included.
    public record Days(LocalDate first, LocalDate last) {

        public Days {
            if (last.isBefore(first)) {
                throw new IllegalArgumentException(
                        "The days (%s/%s) end before they begin.".formatted(first, last));
            }
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Days read(String text) {
            int slash = text.indexOf('/');
            return new Days(
                    LocalDate.parse(slash < 0 ? text : text.substring(0, slash)),
                    LocalDate.parse(text.substring(slash + 1)));
        }
    }

    /// `10-01`: the same day of every year.
    public record Yearly(MonthDay day) {

        String text() {
            return day.toString().substring(2);
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Yearly read(String text) {
            return new Yearly(MonthDay.parse("--" + text));
        }
    }

    /// `08:00-12:00`; `24:00` may end a day.
    public record Hours(WorkPeriod period) {

        public String text() {
            return "%s-%s".formatted(period.from(), midnight() ? MIDNIGHT : period.to());
        }

        private boolean midnight() {
            return period.to().equals(LocalTime.MIDNIGHT);
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Hours read(String text) {
            int dash = text.indexOf('-');
            if (dash < 0) {
                throw new IllegalArgumentException(
                        "The hours (%s) must look like 08:00-12:00.".formatted(text));
            }
            String to = text.substring(dash + 1);
            return new Hours(
                    new WorkPeriod(
                            LocalTime.parse(text.substring(0, dash)),
                            to.equals(MIDNIGHT) ? LocalTime.MIDNIGHT : LocalTime.parse(to)));
        }
    }
}
