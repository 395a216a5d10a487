package city.gewu.engine.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/// What holds for every start and every limit.
class WorkCalendarPropertiesTest {

    /// Any moment of the covered years, far enough from their end for every limit below.
    record Setting(WorkCalendar calendar, Instant start, Instant other) {}

    @Provide
    Arbitrary<Setting> settings() {
        var calendars =
                Arbitraries.of(
                        Calendars.china(),
                        Calendars.withSummerHours(),
                        Calendars.boston(),
                        Calendars.nights());
        var seconds = Arbitraries.longs().between(0, Duration.ofDays(250).toSeconds());
        var nanos = Arbitraries.integers().between(0, 999_999_999);
        return Combinators.combine(calendars, seconds, seconds, nanos)
                .as((calendar, a, b, nano) -> {
                    Instant first = calendar.firstDay().atStartOfDay(calendar.zone()).toInstant();
                    return new Setting(
                            calendar,
                            first.plusSeconds(a).plusNanos(nano),
                            first.plusSeconds(b).plusNanos(nano));
                });
    }

    @Property(tries = 2000)
    void dueIsLaterThanTheStartAndWarnedBefore(
            @ForAll("settings") Setting s,
            @ForAll LimitUnit unit,
            @ForAll @IntRange(min = 1, max = 60) int amount) {
        var limit = new TimeLimit(amount, unit);
        Instant due = s.calendar().due(s.start(), limit);
        assertThat(due).isAfter(s.start());
        assertThat(s.calendar().warn(s.start(), limit)).isBetween(s.start(), due);
    }

    @Property(tries = 2000)
    void aLaterStartIsNeverDueEarlier(
            @ForAll("settings") Setting s,
            @ForAll LimitUnit unit,
            @ForAll @IntRange(min = 1, max = 60) int amount) {
        var limit = new TimeLimit(amount, unit);
        Instant earlier = s.start().isBefore(s.other()) ? s.start() : s.other();
        Instant later = earlier.equals(s.start()) ? s.other() : s.start();
        assertThat(s.calendar().due(earlier, limit))
                .isBeforeOrEqualTo(s.calendar().due(later, limit));
    }

    @Property(tries = 1000)
    void moreTimeIsDueLater(
            @ForAll("settings") Setting s,
            @ForAll LimitUnit unit,
            @ForAll @IntRange(min = 1, max = 60) int amount) {
        assertThat(s.calendar().due(s.start(), new TimeLimit(amount, unit)))
                .isBefore(s.calendar().due(s.start(), new TimeLimit(amount + 1, unit)));
    }

    @Property(tries = 2000)
    void theTimeWorkedUntilDueIsTheLimit(
            @ForAll("settings") Setting s, @ForAll @IntRange(min = 1, max = 200) int hours) {
        var limit = new TimeLimit(hours, LimitUnit.WORK_HOUR);
        Instant due = s.calendar().due(s.start(), limit);
        assertThat(s.calendar().worked(s.start(), due)).isEqualTo(Duration.ofHours(hours));
        assertThat(s.calendar().worked(s.start(), due.minusNanos(1)))
                .isEqualTo(Duration.ofHours(hours).minusNanos(1));
    }

    @Property(tries = 1000)
    void workDaysOfEqualLengthAreWorkedInFull(
            @ForAll("settings") Setting s, @ForAll @IntRange(min = 1, max = 40) int days) {
        var calendar = Calendars.china();
        Instant start = calendar.firstDay().atStartOfDay(calendar.zone()).toInstant();
        start = start.plus(Duration.between(firstMoment(s.calendar()), s.start()));
        Instant due = calendar.due(start, new TimeLimit(days, LimitUnit.WORK_DAY));
        assertThat(calendar.worked(start, due)).isEqualTo(Duration.ofHours(8L * days));
    }

    @Property(tries = 1000)
    void workDaysFollowOneAnother(
            @ForAll("settings") Setting s,
            @ForAll @IntRange(min = 1, max = 20) int first,
            @ForAll @IntRange(min = 1, max = 20) int then) {
        var calendar = Calendars.boston();
        Instant start =
                firstMoment(calendar).plus(Duration.between(firstMoment(s.calendar()), s.start()));
        Instant between = calendar.due(start, new TimeLimit(first, LimitUnit.WORK_DAY));
        assertThat(calendar.due(between, new TimeLimit(then, LimitUnit.WORK_DAY)))
                .isEqualTo(calendar.due(start, new TimeLimit(first + then, LimitUnit.WORK_DAY)));
    }

    @Property(tries = 2000)
    void workedTimeAddsUp(
            @ForAll("settings") Setting s, @ForAll @IntRange(min = 0, max = 100) int hours) {
        Instant between = s.start().plus(Duration.ofHours(hours));
        Instant end = between.plus(Duration.ofHours(31));
        assertThat(s.calendar().worked(s.start(), end))
                .isEqualTo(
                        s.calendar()
                                .worked(s.start(), between)
                                .plus(s.calendar().worked(between, end)));
    }

    @Property(tries = 2000)
    void standingStillWhileNobodyWorksChangesNothing(
            @ForAll("settings") Setting s, @ForAll @IntRange(min = 1, max = 60) int amount) {
        var calendar = s.calendar();
        Instant due = calendar.due(s.start(), new TimeLimit(amount, LimitUnit.WORK_DAY));
        Instant opening = calendar.due(s.other(), new TimeLimit(1, LimitUnit.WORK_HOUR));
        if (calendar.worked(s.other(), opening.minus(Duration.ofHours(1))).isZero()) {
            assertThat(
                            calendar.resume(
                                    due,
                                    LimitUnit.WORK_DAY,
                                    s.other(),
                                    opening.minus(Duration.ofHours(1))))
                    .isEqualTo(due);
        }
    }

    @Property(tries = 2000)
    void whatWasLeftAtSuspensionIsLeftAtResumption(
            @ForAll("settings") Setting s,
            @ForAll @IntRange(min = 1, max = 60) int amount,
            @ForAll @IntRange(min = 0, max = 400) int stoodHours) {
        var calendar = s.calendar();
        for (LimitUnit unit : new LimitUnit[] {LimitUnit.WORK_HOUR, LimitUnit.WORK_DAY}) {
            Instant due = calendar.due(s.start(), new TimeLimit(amount, unit));
            Instant suspended = s.start().plus(Duration.between(s.start(), due).dividedBy(3));
            Instant resumed = suspended.plus(Duration.ofHours(stoodHours));
            Instant later = calendar.resume(due, unit, suspended, resumed);
            assertThat(calendar.worked(resumed, later)).isEqualTo(calendar.worked(suspended, due));
        }
    }

    @Property(tries = 1000)
    void aClockThatRanOutBeforeItStoodStillKeepsItsDueTime(
            @ForAll("settings") Setting s, @ForAll LimitUnit unit) {
        Instant due = s.calendar().due(s.start(), new TimeLimit(1, unit));
        assertThat(s.calendar().resume(due, unit, due.plusSeconds(1), due.plus(Duration.ofDays(9))))
                .isEqualTo(due);
    }

    @Property(tries = 1000)
    void naturalDaysKeepTheClockTimeUnlessItDoesNotExist(
            @ForAll("settings") Setting s, @ForAll @IntRange(min = 1, max = 60) int days) {
        var calendar = s.calendar();
        Instant due = calendar.due(s.start(), new TimeLimit(days, LimitUnit.URGENT_DAY));
        var wanted = LocalDateTime.ofInstant(s.start(), calendar.zone()).plusDays(days);
        var reached = LocalDateTime.ofInstant(due, calendar.zone());
        assertThat(reached).isBetween(wanted, wanted.plusHours(1));
    }

    private static Instant firstMoment(WorkCalendar calendar) {
        return calendar.firstDay().atStartOfDay(calendar.zone()).toInstant();
    }
}
