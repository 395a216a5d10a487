package city.gewu.engine.worktime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Every working period of a calendar laid out on the line of time, in nanoseconds since 1970, with
/// the working time that lies before each. A lookup is one binary search.
final class Timeline {

    private static final long SECOND = 1_000_000_000L;

    private final long[] opens;
    private final long[] closes;

    /// Working time before period i; one more entry than periods, the last is the total.
    private final long[] before;

    /// Number of the work day of period i.
    private final int[] dayOf;

    private final List<LocalDate> days;

    /// First period of work day i; one more entry than days.
    private final int[] firstPeriod;

    private final long start;
    private final long end;

    Timeline(CalendarRules rules) {
        var zone = rules.zone();
        var stretches = new ArrayList<long[]>();
        var workDays = new ArrayList<LocalDate>();
        for (LocalDate day = rules.firstDay();
                !day.isAfter(rules.lastDay());
                day = day.plusDays(1)) {
            int known = stretches.size();
            for (WorkPeriod period : rules.periodsOn(day)) {
                add(stretches, zone, day, period, workDays.size());
            }
            if (stretches.size() > known) {
                workDays.add(day);
            }
        }
        int size = stretches.size();
        days = List.copyOf(workDays);
        opens = new long[size];
        closes = new long[size];
        before = new long[size + 1];
        dayOf = new int[size];
        firstPeriod = new int[days.size() + 1];
        Arrays.fill(firstPeriod, size);
        for (int i = size - 1; i >= 0; i--) {
            opens[i] = stretches.get(i)[0];
            closes[i] = stretches.get(i)[1];
            dayOf[i] = (int) stretches.get(i)[2];
            firstPeriod[dayOf[i]] = i;
        }
        for (int i = 0; i < size; i++) {
            before[i + 1] = before[i] + closes[i] - opens[i];
        }
        start = nanos(resolve(zone, rules.firstDay().atStartOfDay()));
        end =
                Math.max(
                        nanos(resolve(zone, rules.lastDay().plusDays(1).atStartOfDay())),
                        size == 0 ? Long.MIN_VALUE : closes[size - 1]);
    }

    private static void add(
            List<long[]> stretches, ZoneId zone, LocalDate day, WorkPeriod period, int number) {
        long opens = nanos(resolve(zone, day.atTime(period.from())));
        LocalDate closingDay = period.endsNextDay() ? day.plusDays(1) : day;
        long closes = nanos(resolve(zone, closingDay.atTime(period.to())));
        if (!stretches.isEmpty() && opens < stretches.getLast()[1]) {
            throw new IllegalArgumentException(
                    "The working period (%s %s-%s) begins before the one before it ends."
                            .formatted(day, period.from(), period.to()));
        }
        if (closes > opens) {
            stretches.add(new long[] {opens, closes, number});
        }
    }

    /// The moment a wall clock shows this. A time skipped in spring is the moment of the skip, one
    /// shown twice in autumn is the first: so a later reading is never an earlier moment.
    static Instant resolve(ZoneId zone, LocalDateTime reading) {
        ZoneOffsetTransition skip = zone.getRules().getTransition(reading);
        return skip != null && skip.isGap()
                ? skip.getInstant()
                : reading.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }

    static long nanos(Instant moment) {
        return Math.addExact(Math.multiplyExact(moment.getEpochSecond(), SECOND), moment.getNano());
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    }

    boolean covers(Instant moment) {
        return !moment.isBefore(instant(start)) && !moment.isAfter(instant(end));
    }

    long total() {
        return before[opens.length];
    }

    /// Working time from the first covered moment to this one.
    long position(long moment) {
        int i = lastOpenedBy(moment);
        return i < 0 ? 0 : before[i] + Math.min(moment, closes[i]) - opens[i];
    }

    /// The first moment at which that much working time has passed.
    long momentAt(long position) {
        int found = Arrays.binarySearch(before, 1, before.length, position);
        int i = (found < 0 ? -found - 1 : found) - 1;
        return opens[i] + position - before[i];
    }

    /// The period that counts a start at this moment: the one it lies in, else the next. Equal to
    /// the number of periods when there is none left.
    int periodFor(long moment) {
        int i = lastOpenedBy(moment);
        return i >= 0 && moment < closes[i] ? i : i + 1;
    }

    int periods() {
        return opens.length;
    }

    long opening(int period) {
        return opens[period];
    }

    int dayNumber(int period) {
        return dayOf[period];
    }

    int workDays() {
        return days.size();
    }

    LocalDate workDay(int number) {
        return days.get(number);
    }

    /// The moment itself when it lies in a period of the work day, the opening after a break, the
    /// closing after the last.
    long clampTo(int dayNumber, long moment) {
        int last = firstPeriod[dayNumber + 1] - 1;
        for (int i = firstPeriod[dayNumber]; i <= last; i++) {
            if (moment <= closes[i]) {
                return Math.max(moment, opens[i]);
            }
        }
        return closes[last];
    }

    private int lastOpenedBy(long moment) {
        int found = Arrays.binarySearch(opens, moment);
        return found < 0 ? -found - 2 : found;
    }
}
