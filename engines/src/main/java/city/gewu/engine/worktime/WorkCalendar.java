package city.gewu.engine.worktime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/// A working calendar (工作日历): when a limit that starts now is due, and how much working time lies
/// between two moments.
///
/// The four units:
///
/// - `URGENT_HOUR` runs on through nights and holidays.
/// - `WORK_HOUR` counts inside working periods only; a limit used up at closing time is due at that
///   closing, not at the next opening.
/// - `WORK_DAY` rolls: two work days from Tuesday 10:30 end on Thursday at 10:30. Where the day it
///   ends on has other hours, a clock time in a break becomes the opening after it, and one after
///   closing becomes the closing.
/// - `URGENT_DAY` ends at the same clock time that many natural days later.
///
/// A start outside working hours counts from the next opening for the two working units. Everything
/// is exact to the nanosecond, in the calendar's own zone, over changes of the clock as well.
public final class WorkCalendar {

    private static final long HOUR = Duration.ofHours(1).toNanos();
    private static final long WARN_NUMERATOR = 4;
    private static final long WARN_DENOMINATOR = 5;

    private final CalendarRules rules;
    private final Timeline line;

    public WorkCalendar(CalendarRules rules) {
        this.rules = rules;
        this.line = new Timeline(rules);
    }

    public ZoneId zone() {
        return rules.zone();
    }

    public LocalDate firstDay() {
        return rules.firstDay();
    }

    public LocalDate lastDay() {
        return rules.lastDay();
    }

    /// Whether any work is done on the day; its own periods count, not one that began the night
    /// before.
    public boolean isWorkDay(LocalDate day) {
        return !periodsOn(day).isEmpty();
    }

    /// The day's own periods in their order; none on a free day.
    public List<WorkPeriod> periodsOn(LocalDate day) {
        if (day.isBefore(rules.firstDay()) || day.isAfter(rules.lastDay())) {
            throw outside();
        }
        return rules.periodsOn(day);
    }

    /// The moment after which a limit that starts at `start` is broken.
    public Instant due(Instant start, TimeLimit limit) {
        return switch (limit.unit()) {
            case URGENT_HOUR -> start.plus(Duration.ofHours(limit.amount()));
            case URGENT_DAY -> sameClockLater(start, limit.amount());
            case WORK_HOUR -> {
                long from = position(start);
                if (limit.amount() > (line.total() - from) / HOUR) {
                    throw outside();
                }
                yield momentAt(from + limit.amount() * HOUR);
            }
            case WORK_DAY -> workDaysLater(start, limit.amount());
        };
    }

    /// When four fifths of the limit are used up, counted in the limit's own unit: the yellow
    /// light.
    public Instant warn(Instant start, TimeLimit limit) {
        Instant due = due(start, limit);
        return switch (limit.unit()) {
            case URGENT_HOUR, URGENT_DAY ->
                    start.plus(
                            Duration.between(start, due)
                                    .multipliedBy(WARN_NUMERATOR)
                                    .dividedBy(WARN_DENOMINATOR));
            case WORK_HOUR, WORK_DAY -> {
                long from = position(start);
                long share = (position(due) - from) * WARN_NUMERATOR / WARN_DENOMINATOR;
                yield momentAt(from + share);
            }
        };
    }

    /// Working time between two moments; zero when the second is not later.
    public Duration worked(Instant from, Instant to) {
        return Duration.ofNanos(Math.max(0, position(to) - position(from)));
    }

    /// Where a moment of a clock (its due time, its warning) comes to lie when the clock stood
    /// still between two moments: what was left of it then is left again now. A moment already
    /// passed when the clock stopped stays where it was.
    public Instant resume(Instant moment, LimitUnit unit, Instant suspendedAt, Instant resumedAt) {
        if (!moment.isAfter(suspendedAt) || !resumedAt.isAfter(suspendedAt)) {
            return moment;
        }
        return switch (unit) {
            case URGENT_HOUR, URGENT_DAY -> moment.plus(Duration.between(suspendedAt, resumedAt));
            case WORK_HOUR, WORK_DAY -> {
                long stood = position(resumedAt) - position(suspendedAt);
                yield stood == 0 ? moment : momentAt(position(moment) + stood);
            }
        };
    }

    private Instant sameClockLater(Instant start, int days) {
        LocalDateTime reading = LocalDateTime.ofInstant(start, rules.zone()).plusDays(days);
        return Timeline.resolve(rules.zone(), reading);
    }

    private Instant workDaysLater(Instant start, int amount) {
        requireCovered(start);
        long moment = Timeline.nanos(start);
        int period = line.periodFor(moment);
        if (period == line.periods() || amount >= line.workDays() - line.dayNumber(period)) {
            throw outside();
        }
        int from = line.dayNumber(period);
        int to = from + amount;
        Instant counted = Timeline.instant(Math.max(moment, line.opening(period)));
        var intoDay =
                Duration.between(
                        line.workDay(from).atStartOfDay(),
                        LocalDateTime.ofInstant(counted, rules.zone()));
        Instant sameClock =
                Timeline.resolve(rules.zone(), line.workDay(to).atStartOfDay().plus(intoDay));
        return Timeline.instant(line.clampTo(to, Timeline.nanos(sameClock)));
    }

    private long position(Instant moment) {
        requireCovered(moment);
        return line.position(Timeline.nanos(moment));
    }

    private Instant momentAt(long position) {
        if (position > line.total()) {
            throw outside();
        }
        return Timeline.instant(line.momentAt(position));
    }

    private void requireCovered(Instant moment) {
        if (!line.covers(moment)) {
            throw outside();
        }
    }

    private OutsideCalendarException outside() {
        return new OutsideCalendarException(rules.firstDay(), rules.lastDay());
    }
}
