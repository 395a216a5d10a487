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

/// When whom is at work. Working days are asked of the calendar in force.
final class Rota {

    private static final LocalTime CENTRE_OPENS = LocalTime.of(7, 0);
    private static final LocalTime CENTRE_CLOSES = LocalTime.of(22, 30);

    /// Seats in an office, in every season of the calendar.
    private static final List<List<LocalTime>> OFFICE =
            List.of(
                    List.of(LocalTime.of(8, 0), LocalTime.of(12, 0)),
                    List.of(LocalTime.of(14, 30), LocalTime.of(17, 30)));

    private static final List<List<LocalTime>> CREW =
            List.of(List.of(LocalTime.of(6, 30), LocalTime.of(22, 0)));

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

    /// The moment itself, or the next opening of the centre.
    Instant centre(Instant at) {
        var local = at.atZone(zone);
        if (local.toLocalTime().isBefore(CENTRE_OPENS)) {
            return local.with(CENTRE_OPENS).plusSeconds(spread(at)).toInstant();
        }
        return local.toLocalTime().isAfter(CENTRE_CLOSES)
                ? local.plusDays(1).with(CENTRE_OPENS).plusSeconds(spread(at)).toInstant()
                : at;
    }

    /// The moment itself, or the next one when somebody of the department works: round the day for
    /// urgent limits, in office hours for the others.
    Instant department(Instant at, LimitUnit unit) {
        return switch (unit) {
            case URGENT_HOUR, URGENT_DAY -> next(at, CREW, false);
            case WORK_HOUR, WORK_DAY -> next(at, OFFICE, true);
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
