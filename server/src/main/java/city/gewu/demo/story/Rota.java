package city.gewu.demo.story;

import city.gewu.engine.worktime.LimitUnit;
import city.gewu.engine.worktime.TimeLimit;
import city.gewu.worktime.Worktime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// When whom is at work; the centre always is. Working days are asked of the calendar in force.
final class Rota {

    /// Seats in an office, in every season of the calendar.
    private static final List<List<LocalTime>> OFFICE =
            List.of(
                    List.of(LocalTime.of(8, 0), LocalTime.of(12, 0)),
                    List.of(LocalTime.of(14, 30), LocalTime.of(17, 30)));

    private static final List<List<LocalTime>> CREW =
            List.of(List.of(LocalTime.of(5, 30), LocalTime.of(23, 50)));

    private final Worktime worktime;
    private final ZoneId zone;
    private final Map<LocalDate, Boolean> workdays = new HashMap<>();

    Rota(Worktime worktime, ZoneId zone) {
        this.worktime = worktime;
        this.zone = zone;
    }

    boolean workday(LocalDate day) {
        return workdays.computeIfAbsent(
                day,
                date -> {
                    var midnight = date.atStartOfDay(zone).toInstant();
                    var first = worktime.start(midnight, new TimeLimit(1, LimitUnit.WORK_HOUR));
                    return LocalDate.ofInstant(first.dueAt(), zone).equals(date);
                });
    }

    /// The moment itself, or the next one when somebody of the department works: crews are out from
    /// early to late, and what takes days waits for the office.
    Instant department(Instant at, LimitUnit unit) {
        return switch (unit) {
            case URGENT_HOUR, URGENT_DAY, WORK_HOUR -> next(at, CREW, false);
            case WORK_DAY -> next(at, OFFICE, true);
        };
    }

    private Instant next(Instant at, List<List<LocalTime>> shifts, boolean onWorkdays) {
        var day = LocalDate.ofInstant(at, zone);
        while (true) {
            if (!onWorkdays || workday(day)) {
                for (var shift : shifts) {
                    var from = day.atTime(shift.getFirst()).atZone(zone).toInstant();
                    var to = day.atTime(shift.getLast()).atZone(zone).toInstant();
                    if (at.isBefore(from)) {
                        return from.plusSeconds(spread(at));
                    }
                    if (at.isBefore(to)) {
                        return at;
                    }
                }
            }
            day = day.plusDays(1);
        }
    }

    /// Not everybody acts on the stroke of the hour: up to 25 minutes, by the moment waited from.
    private static long spread(Instant at) {
        return Math.floorMod(at.getEpochSecond() * 2_654_435_761L, 1_500L);
    }
}
