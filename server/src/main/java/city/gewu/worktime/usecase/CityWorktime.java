package city.gewu.worktime.usecase;

import city.gewu.engine.worktime.LimitUnit;
import city.gewu.engine.worktime.OutsideCalendarException;
import city.gewu.engine.worktime.TimeLimit;
import city.gewu.engine.worktime.WorkCalendar;
import city.gewu.platform.RefusedException;
import city.gewu.worktime.Deadline;
import city.gewu.worktime.Worktime;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// Due times over the calendar in force.
@Component
class CityWorktime implements Worktime {

    private final CalendarMemory calendars;
    private final LayDownCalendar layDown;

    CityWorktime(CalendarMemory calendars, LayDownCalendar layDown) {
        this.calendars = calendars;
        this.layDown = layDown;
    }

    @Override
    public Deadline start(Instant at, TimeLimit limit) {
        var calendar = calendars.getInForce(at);
        return covered(
                calendar,
                () ->
                        new Deadline(
                                at,
                                calendar.calendar().due(at, limit),
                                calendar.calendar().warn(at, limit),
                                Optional.of(limit),
                                calendar.version()));
    }

    @Override
    public Deadline resume(Deadline before, Instant suspendedAt, Instant resumedAt) {
        if (before.limit().isEmpty()) {
            return given(before, suspendedAt, resumedAt);
        }
        var unit = before.limit().get().unit();
        var calendar = calendars.getInForce(resumedAt);
        return covered(
                calendar,
                () ->
                        new Deadline(
                                before.startAt(),
                                later(calendar, before.dueAt(), unit, suspendedAt, resumedAt),
                                later(calendar, before.warnAt(), unit, suspendedAt, resumedAt),
                                before.limit(),
                                calendar.version()));
    }

    private static Instant later(
            CalendarReader.Read calendar,
            Instant moment,
            LimitUnit unit,
            Instant suspendedAt,
            Instant resumedAt) {
        return calendar.calendar().resume(moment, unit, suspendedAt, resumedAt);
    }

    /// Another system's clock has no unit we know; what was left is given back in natural time.
    private static Deadline given(Deadline before, Instant suspendedAt, Instant resumedAt) {
        var stood = Duration.between(suspendedAt, resumedAt);
        return !before.dueAt().isAfter(suspendedAt) || stood.isNegative()
                ? before
                : Deadline.given(before.startAt(), before.dueAt().plus(stood));
    }

    @Override
    public Deadline extend(Deadline before, TimeLimit by) {
        var calendar = calendars.getInForce(Instant.MIN);
        return covered(
                calendar,
                () ->
                        new Deadline(
                                before.startAt(),
                                calendar.calendar().due(before.dueAt(), by),
                                calendar.calendar().warn(before.dueAt(), by),
                                before.limit().map(limit -> sum(limit, by)),
                                calendar.version()));
    }

    private static TimeLimit sum(TimeLimit limit, TimeLimit by) {
        return limit.unit() == by.unit()
                ? new TimeLimit(limit.amount() + by.amount(), limit.unit())
                : limit;
    }

    @Override
    public void importCalendar(String file, InputStream yaml) {
        layDown.importFile(file, readAll(yaml));
    }

    private static Deadline covered(CalendarReader.Read read, Supplier<Deadline> computed) {
        try {
            return computed.get();
        } catch (OutsideCalendarException e) {
            WorkCalendar calendar = read.calendar();
            throw new RefusedException(
                    "worktime.no-calendar",
                    "The calendar in force (%s) covers %s to %s only."
                            .formatted(read.version(), calendar.firstDay(), calendar.lastDay()),
                    "Import a calendar that covers the days needed.");
        }
    }

    private static byte[] readAll(InputStream in) {
        try {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
