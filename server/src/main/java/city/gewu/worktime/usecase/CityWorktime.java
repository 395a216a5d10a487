package city.gewu.worktime.usecase;

import city.gewu.engine.worktime.LimitUnit;
import city.gewu.engine.worktime.OutsideCalendarException;
import city.gewu.engine.worktime.TimeLimit;
import city.gewu.engine.worktime.WorkCalendar;
import city.gewu.platform.RefusedException;
import city.gewu.worktime.Deadline;
import city.gewu.worktime.Worktime;
import city.gewu.worktime.store.CalendarStore;
import city.gewu.worktime.store.CalendarStore.StoredCalendar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Due times over the calendar in force, which is kept in memory.
@Component
class CityWorktime implements Worktime {

    private final CalendarStore calendars;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private volatile CalendarReader.@Nullable Read inForce;

    CityWorktime(CalendarStore calendars, Clock clock, TransactionTemplate transaction) {
        this.calendars = calendars;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public Deadline start(Instant at, TimeLimit limit) {
        var calendar = getInForce();
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
        var calendar = getInForce();
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
        var calendar = getInForce();
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
        byte[] bytes = readAll(yaml);
        var content = new String(bytes, StandardCharsets.UTF_8);
        var read = CalendarReader.read(file, content);
        var calendar = new StoredCalendar(read.version(), sha256(bytes), file, content);
        transaction.executeWithoutResult(_ -> putInForce(calendar));
        inForce = read;
    }

    private void putInForce(StoredCalendar calendar) {
        var known = calendars.find(calendar.version());
        if (known.isPresent() && !known.get().hash().equals(calendar.hash())) {
            throw new RefusedException(
                    "worktime.version-taken",
                    "The calendar version (%s) of the file (%s) is already known with other content."
                            .formatted(calendar.version(), calendar.file()),
                    "Give the changed calendar a version of its own.");
        }
        if (known.isEmpty()) {
            calendars.insert(calendar, clock.instant());
        }
        var last = calendars.findInForce().map(StoredCalendar::version);
        if (!last.equals(Optional.of(calendar.version()))) {
            calendars.putInForce(calendar.version(), clock.instant());
        }
    }

    private CalendarReader.Read getInForce() {
        var known = inForce;
        if (known != null) {
            return known;
        }
        var read =
                calendars
                        .findInForce()
                        .map(stored -> CalendarReader.read(stored.file(), stored.content()))
                        .orElseThrow(() ->
                                new RefusedException(
                                        "worktime.no-calendar",
                                        "No working calendar is in force.",
                                        "Import the city's calendar file."));
        inForce = read;
        return read;
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

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
