package city.gewu.engine.worktime;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;

/// The part of every year in which one weekly pattern holds (作息季节), both ends included. It may run
/// over New Year.
///
/// @param week working periods by weekday, in the order of the day; a weekday left out is free
public record Season(MonthDay from, MonthDay to, Map<DayOfWeek, List<WorkPeriod>> week) {

    public Season {
        week = Map.copyOf(week);
    }

    boolean holds(LocalDate day) {
        MonthDay at = MonthDay.from(day);
        return from.isAfter(to)
                ? !at.isBefore(from) || !at.isAfter(to)
                : !at.isBefore(from) && !at.isAfter(to);
    }

    List<WorkPeriod> periods(DayOfWeek weekday) {
        return week.getOrDefault(weekday, List.of());
    }
}
