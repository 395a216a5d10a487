package city.gewu.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.gewu.database.TestDatabase;
import city.gewu.database.TestModule;
import city.gewu.database.TurningClock;
import city.gewu.engine.worktime.LimitUnit;
import city.gewu.engine.worktime.TimeLimit;
import city.gewu.platform.RefusedException;
import city.gewu.worktime.model.CalendarDay;
import city.gewu.worktime.model.CalendarDraft;
import city.gewu.worktime.model.CalendarFinding;
import city.gewu.worktime.usecase.CalendarDesk;
import city.gewu.worktime.usecase.LayDownCalendar;
import city.gewu.worktime.usecase.LayDownCalendar.Act;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The working calendar shown by the day, changed, and laid down for now or for later.
class LayDownCalendarTest {

    private static final Path JINGMEN = Path.of("../examples/jingmen/calendar.yaml");
    private static final TimeLimit ONE_DAY = new TimeLimit(1, LimitUnit.WORK_DAY);

    private final TurningClock clock = new TurningClock(jingmen("2026-11-30T09:00"));
    private Worktime worktime;
    private CalendarDesk desk;
    private LayDownCalendar layDown;

    @BeforeEach
    void open() throws IOException {
        var modules =
                TestModule.start(
                        TestDatabase.fresh(),
                        clock,
                        "city.gewu.worktime.store",
                        "city.gewu.worktime.usecase");
        worktime = modules.getBean(Worktime.class);
        desk = modules.getBean(CalendarDesk.class);
        layDown = modules.getBean(LayDownCalendar.class);
        try (var in = Files.newInputStream(JINGMEN)) {
            worktime.importCalendar("calendar.yaml", in);
        }
    }

    private static Instant jingmen(String reading) {
        return LocalDateTime.parse(reading).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    private CalendarDraft inForce() {
        return desk.findDraftInForce().orElseThrow();
    }

    private CalendarDraft withHoliday(String day) {
        var before = inForce();
        var holidays = new ArrayList<>(before.holidays());
        holidays.add(day);
        return new CalendarDraft(
                before.zone(),
                before.firstDay(),
                before.lastDay(),
                before.seasons(),
                holidays,
                before.makeUpWorkdays());
    }

    private Act act(Instant since) {
        return new Act(desk.listLaidDown().getLast().number(), Optional.of(since), "通知", "anna");
    }

    @Test
    void theDaysOfAYearAreToldWithTheirKindsAndHours() {
        var days = desk.check(inForce(), 2026).days();
        assertThat(days).hasSize(365);
        assertThat(day(days, "2026-10-01")).isEqualTo("HOLIDAY []");
        assertThat(day(days, "2026-10-10")).isEqualTo("MAKE_UP [08:00-12:00, 14:00-17:30]");
        assertThat(day(days, "2026-10-11")).isEqualTo("REST []");
        assertThat(day(days, "2026-07-01")).isEqualTo("WORK [08:00-12:00, 14:30-18:00]");
        assertThat(desk.check(inForce(), 2028).days())
                .allMatch(day -> day.kind() == CalendarDay.Kind.OUTSIDE);
    }

    private static String day(List<CalendarDay> days, String date) {
        return days.stream()
                .filter(day -> day.date().equals(LocalDate.parse(date)))
                .map(day -> day.kind() + " " + day.hours())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aHolidayLaidDownForLaterMovesOnlyTheClocksStartedFromThenOn() {
        var frozen = worktime.start(jingmen("2026-11-30T10:00"), ONE_DAY);
        assertThat(frozen.dueAt()).isEqualTo(jingmen("2026-12-01T10:00"));
        layDown.layDown(withHoliday("2026-12-01"), act(jingmen("2026-11-30T12:00")));
        assertThat(worktime.start(jingmen("2026-11-30T10:00"), ONE_DAY)).isEqualTo(frozen);

        clock.turnTo(jingmen("2026-11-30T12:00"));
        var after = worktime.start(jingmen("2026-11-30T14:00"), ONE_DAY);
        assertThat(after.dueAt()).isEqualTo(jingmen("2026-12-02T14:00"));
        assertThat(after.calendar()).startsWith("desk-");
        assertThat(frozen.dueAt()).isEqualTo(jingmen("2026-12-01T10:00"));
    }

    @Test
    void theDaysThatChangeAreToldBeforeAnythingIsLaidDown() {
        var checked = desk.check(withHoliday("2026-12-01/2026-12-02"), 2026);
        assertThat(checked.changed()).isEqualTo(2);
        assertThat(checked.changes())
                .extracting(change -> change.date() + " " + change.after().kind())
                .containsExactly("2026-12-01 HOLIDAY", "2026-12-02 HOLIDAY");
        assertThat(desk.check(inForce(), 2026).changed()).isZero();
    }

    @Test
    void whatIsKeptReadsBackAsItWasWritten() {
        var drafted = withHoliday("2026-12-01");
        layDown.layDown(drafted, act(jingmen("2026-12-01T00:00")));
        assertThat(desk.get(desk.listLaidDown().getLast().number())).isEqualTo(drafted);
    }

    @Test
    void everyFaultIsFoundWhereItStands() {
        var sound = inForce();
        var holidays = new ArrayList<>(sound.holidays());
        holidays.set(0, "2024-01-32");
        holidays.set(1, "2023-01-01");
        holidays.add("2026-10-10");
        var seasons = new ArrayList<>(sound.seasons());
        var first = seasons.getFirst();
        var week = new EnumMap<>(first.week());
        week.put(DayOfWeek.MONDAY, List.of("8-12"));
        week.put(DayOfWeek.TUESDAY, List.of("08:00-12:00", "11:00-13:00"));
        seasons.set(0, new CalendarDraft.Part(first.from(), first.to(), week));
        var makeUps = new ArrayList<>(sound.makeUpWorkdays());
        makeUps.add("2026-12-01");
        var draft =
                new CalendarDraft(
                        "Asia/Nowhere",
                        sound.firstDay(),
                        sound.lastDay(),
                        seasons,
                        holidays,
                        makeUps);
        assertThat(draft.check().stream().map(LayDownCalendarTest::words))
                .containsExactly(
                        "bounds 0 UNKNOWN_ZONE Asia/Nowhere true",
                        "season 0 BAD_HOURS 8-12 true",
                        "season 0 OVERLAPPING_HOURS 11:00-13:00 true",
                        "holiday 0 BAD_DAY 2024-01-32 true",
                        "holiday 1 OUTSIDE 2023-01-01 false",
                        "makeUp 18 BOTH 2026-10-10 true",
                        "makeUp 19 WORKED_ANYWAY 2026-12-01 false");
        assertRefused("worktime.bad-calendar", () -> layDown.layDown(draft, act(clock.instant())));
    }

    private static String words(CalendarFinding found) {
        return "%s %d %s %s %s"
                .formatted(
                        found.part(), found.index(), found.code(), found.value(), found.blocking());
    }

    @Test
    void aYearWithoutASeasonForADayIsNoCalendar() {
        var sound = inForce();
        var draft =
                new CalendarDraft(
                        sound.zone(),
                        sound.firstDay(),
                        sound.lastDay(),
                        sound.seasons().subList(0, 1),
                        sound.holidays(),
                        sound.makeUpWorkdays());
        assertThat(draft.check().stream().map(LayDownCalendarTest::words))
                .containsExactly("season 0 NOT_ONE_SEASON 2024-05-01 true");
    }

    @Test
    void whatNobodyMayLayDownIsRefused() {
        var drafted = withHoliday("2026-12-01");
        assertRefused(
                "worktime.bad-moment",
                () -> layDown.layDown(drafted, act(clock.instant().minusSeconds(1))));
        assertRefused(
                "worktime.stale-calendar",
                () -> layDown.layDown(drafted, new Act(0, Optional.empty(), "通知", "anna")));
        assertRefused(
                "worktime.missing-reason",
                () -> layDown.layDown(drafted, new Act(1, Optional.empty(), "", "anna")));
        assertRefused("worktime.not-coming", () -> layDown.withdraw(1, "错", "anna"));
        assertThat(worktime.start(jingmen("2026-11-30T10:00"), ONE_DAY).calendar())
                .isEqualTo("jingmen-2026-1");
    }

    private static void assertRefused(String code, Runnable act) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(act::run)
                .withMessageStartingWith(code);
    }
}
