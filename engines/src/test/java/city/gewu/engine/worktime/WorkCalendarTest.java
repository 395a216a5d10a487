package city.gewu.engine.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkCalendarTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private final WorkCalendar china = Calendars.china();

    @Test
    void suspensionGivesBackTheWorkingTimeThatStoodStill() {
        Instant due = china.due(at("2025-03-04T10:30"), new TimeLimit(2, LimitUnit.WORK_DAY));
        Instant later =
                china.resume(
                        due, LimitUnit.WORK_DAY, at("2025-03-05T09:00"), at("2025-03-07T15:00"));
        assertThat(later).isEqualTo(at("2025-03-10T16:30"));
    }

    @Test
    void anUrgentClockGivesBackNaturalTime() {
        Instant due = china.due(at("2025-03-04T10:30"), new TimeLimit(4, LimitUnit.URGENT_HOUR));
        Instant later =
                china.resume(
                        due, LimitUnit.URGENT_HOUR, at("2025-03-04T12:30"), at("2025-03-05T12:00"));
        assertThat(later).isEqualTo(at("2025-03-05T14:00"));
    }

    @Test
    void nothingIsGuessedBeyondTheCoveredDays() {
        assertThatExceptionOfType(OutsideCalendarException.class)
                .isThrownBy(() ->
                        china.due(at("2026-12-31T17:00"), new TimeLimit(1, LimitUnit.WORK_DAY)));
        assertThatExceptionOfType(OutsideCalendarException.class)
                .isThrownBy(() ->
                        china.due(at("2026-12-31T17:00"), new TimeLimit(2, LimitUnit.WORK_HOUR)));
        assertThatExceptionOfType(OutsideCalendarException.class)
                .isThrownBy(() ->
                        china.due(at("2023-12-31T17:00"), new TimeLimit(1, LimitUnit.WORK_HOUR)));
        assertThatExceptionOfType(OutsideCalendarException.class)
                .isThrownBy(() ->
                        china.due(
                                at("2025-03-04T10:30"),
                                new TimeLimit(Integer.MAX_VALUE, LimitUnit.WORK_HOUR)));
    }

    @Test
    void theLastCoveredHourIsStillCovered() {
        assertThat(china.due(at("2026-12-31T17:00"), new TimeLimit(1, LimitUnit.WORK_HOUR)))
                .isEqualTo(at("2026-12-31T18:00"));
    }

    @Test
    void anUrgentHourNeedsNoCoveredDay() {
        assertThat(china.due(at("2031-05-01T17:00"), new TimeLimit(2, LimitUnit.URGENT_HOUR)))
                .isEqualTo(at("2031-05-01T19:00"));
    }

    @Test
    void aMakeUpSundayIsAWorkDayAndAHolidayIsNot() {
        assertThat(china.isWorkDay(LocalDate.of(2026, 9, 20))).isTrue();
        assertThat(china.isWorkDay(LocalDate.of(2026, 9, 25))).isFalse();
        assertThat(china.isWorkDay(LocalDate.of(2026, 9, 27))).isFalse();
    }

    @Test
    void aDayInNoSeasonIsRefused() {
        var halfYear = new Season(MonthDay.of(1, 1), MonthDay.of(6, 30), Map.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rules(List.of(halfYear), Set.of(), Set.of()))
                .withMessageContaining("(2025-07-01) lies in 0 seasons");
    }

    @Test
    void aHolidayThatIsWorkedIsRefused() {
        var day = LocalDate.of(2025, 10, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rules(List.of(year(Map.of())), Set.of(day), Set.of(day)))
                .withMessageContaining("(2025-10-01) is both");
    }

    @Test
    void periodsThatOverlapAreRefused() {
        var periods = List.of(period("08:00", "12:00"), period("11:00", "18:00"));
        var rules = rules(List.of(year(Map.of(DayOfWeek.MONDAY, periods))), Set.of(), Set.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkCalendar(rules))
                .withMessageContaining("2025-01-06 11:00-18:00");
    }

    private static CalendarRules rules(
            List<Season> seasons, Set<LocalDate> holidays, Set<LocalDate> makeUp) {
        return new CalendarRules(
                SHANGHAI,
                LocalDate.of(2025, 1, 1),
                LocalDate.of(2025, 12, 31),
                seasons,
                holidays,
                makeUp);
    }

    private static Season year(Map<DayOfWeek, List<WorkPeriod>> week) {
        return new Season(MonthDay.of(1, 1), MonthDay.of(12, 31), week);
    }

    private static WorkPeriod period(String from, String to) {
        return new WorkPeriod(LocalTime.parse(from), LocalTime.parse(to));
    }

    private static Instant at(String reading) {
        return LocalDateTime.parse(reading).atZone(SHANGHAI).toInstant();
    }
}
