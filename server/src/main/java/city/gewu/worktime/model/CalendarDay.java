package city.gewu.worktime.model;

import city.gewu.engine.worktime.CalendarRules;
import city.gewu.engine.worktime.WorkCalendar;
import city.gewu.worktime.model.CalendarFile.Hours;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.stream.Stream;

/// One day of a calendar as people see it.
///
/// @param hours such as `08:00-12:00`; none when it is free
public record CalendarDay(LocalDate date, Kind kind, List<String> hours) {

    public CalendarDay {
        hours = List.copyOf(hours);
    }

    /// Why a day is worked or free.
    public enum Kind {
        /// 工作日
        WORK,
        /// 休息日: the week leaves it free.
        REST,
        /// 节假日
        HOLIDAY,
        /// 调休上班
        MAKE_UP,
        /// Beyond the days that the calendar covers.
        OUTSIDE
    }

    /// A day that a changed calendar makes another.
    public record Change(LocalDate date, CalendarDay before, CalendarDay after) {}

    /// The days of a year.
    public static List<CalendarDay> list(CalendarFile file, int year) {
        var asked = new Asked(file);
        return days(Year.of(year).atDay(1), Year.of(year).plusYears(1).atDay(1))
                .map(asked::day)
                .toList();
    }

    /// The days from a day on that differ; days only one of the two covers differ as well.
    public static List<Change> listChanges(
            CalendarFile before, CalendarFile after, LocalDate from) {
        var old = new Asked(before);
        var changed = new Asked(after);
        var last =
                Stream.of(old.lastDay(), changed.lastDay()).max(LocalDate::compareTo).orElseThrow();
        return last.isBefore(from)
                ? List.of()
                : days(from, last.plusDays(1))
                        .map(day -> new Change(day, old.day(day), changed.day(day)))
                        .filter(change -> !change.before().equals(change.after()))
                        .toList();
    }

    private static Stream<LocalDate> days(LocalDate from, LocalDate until) {
        return from.datesUntil(until);
    }

    private static final class Asked {

        private final CalendarRules rules;
        private final WorkCalendar calendar;

        Asked(CalendarFile file) {
            this.rules = file.rules();
            this.calendar = new WorkCalendar(rules);
        }

        LocalDate lastDay() {
            return rules.lastDay();
        }

        CalendarDay day(LocalDate date) {
            if (date.isBefore(rules.firstDay()) || date.isAfter(rules.lastDay())) {
                return new CalendarDay(date, Kind.OUTSIDE, List.of());
            }
            var hours =
                    calendar.periodsOn(date).stream().map(one -> new Hours(one).text()).toList();
            return new CalendarDay(date, kind(date, hours), hours);
        }

        private Kind kind(LocalDate date, List<String> hours) {
            if (rules.holidays().contains(date)) {
                return Kind.HOLIDAY;
            }
            if (hours.isEmpty()) {
                return Kind.REST;
            }
            return rules.makeUpDays().contains(date) ? Kind.MAKE_UP : Kind.WORK;
        }
    }
}
