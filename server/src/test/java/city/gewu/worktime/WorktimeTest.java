package city.gewu.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.gewu.database.TestDatabase;
import city.gewu.database.TestModule;
import city.gewu.engine.worktime.LimitUnit;
import city.gewu.engine.worktime.TimeLimit;
import city.gewu.platform.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class WorktimeTest {

    private static final Path JINGMEN = Path.of("../examples/jingmen/calendar.yaml");
    private static final Path BOSTON = Path.of("../examples/boston/calendar.yaml");
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    private DataSource database;
    private Worktime worktime;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        worktime = worktimeOn(database);
    }

    @Test
    void aLimitStartsOnTheCalendarInForceAndKeepsItsVersion() throws IOException {
        importFile(JINGMEN);
        var deadline = worktime.start(jingmen("2026-09-18T17:00"), days(1));
        assertThat(deadline.dueAt()).isEqualTo(jingmen("2026-09-20T17:00"));
        assertThat(deadline.warnAt()).isEqualTo(jingmen("2026-09-20T15:30"));
        assertThat(deadline.calendar()).isEqualTo("jingmen-2026-1");
        assertThat(deadline.limit()).contains(days(1));
    }

    @Test
    void theCalendarIsStillInForceAfterARestart() throws IOException {
        importFile(JINGMEN);
        assertThat(worktimeOn(database).start(jingmen("2026-03-03T10:30"), days(2)).dueAt())
                .isEqualTo(jingmen("2026-03-05T10:30"));
    }

    @Test
    void theSameFileAgainChangesNothing() throws IOException {
        importFile(JINGMEN);
        importFile(JINGMEN);
        assertThat(count("select count(*) from worktime.calendar")).isOne();
        assertThat(count("select count(*) from worktime.calendar_in_force")).isOne();
    }

    @Test
    void anEarlierCalendarCanBePutInForceAgain() throws IOException {
        importFile(JINGMEN);
        importFile(BOSTON);
        importFile(JINGMEN);
        assertThat(worktime.start(jingmen("2026-03-03T10:30"), days(2)).calendar())
                .isEqualTo("jingmen-2026-1");
        assertThat(count("select count(*) from worktime.calendar_in_force")).isEqualTo(3);
    }

    @Test
    void otherContentUnderAKnownVersionIsRefused() throws IOException {
        importFile(JINGMEN);
        String changed = Files.readString(JINGMEN).replace("2026-10-10", "2026-10-11");
        assertRefused(changed, "worktime.version-taken", "jingmen-2026-1");
    }

    @Test
    void withoutACalendarALimitIsRefused() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> worktime.start(jingmen("2026-03-03T10:30"), days(2)))
                .withMessageStartingWith("worktime.no-calendar");
    }

    @Test
    void daysBeyondTheCalendarAreRefusedWithItsBounds() throws IOException {
        importFile(JINGMEN);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> worktime.start(jingmen("2027-12-31T16:00"), days(1)))
                .withMessage(
                        "worktime.no-calendar: The calendar in force (jingmen-2026-1) covers"
                                + " 2024-01-01 to 2027-12-31 only.");
    }

    @Test
    void aSuspendedClockKeepsWhatWasLeft() throws IOException {
        importFile(JINGMEN);
        var before = worktime.start(jingmen("2026-03-03T10:30"), days(2));
        var after =
                worktime.resume(before, jingmen("2026-03-04T09:00"), jingmen("2026-03-06T09:00"));
        assertThat(after.dueAt()).isEqualTo(jingmen("2026-03-09T10:30"));
        assertThat(after.startAt()).isEqualTo(before.startAt());
    }

    @Test
    void aClockGivenByTheSourceStandsStillInNaturalTime() throws IOException {
        importFile(JINGMEN);
        var before = Deadline.given(jingmen("2026-03-03T10:30"), jingmen("2026-03-05T10:30"));
        var after =
                worktime.resume(before, jingmen("2026-03-04T09:00"), jingmen("2026-03-05T09:00"));
        assertThat(after.dueAt()).isEqualTo(jingmen("2026-03-06T10:30"));
        assertThat(after.calendar()).isEqualTo("source");
    }

    @Test
    void anExtensionCountsFromTheDueTime() throws IOException {
        importFile(JINGMEN);
        var before = worktime.start(jingmen("2026-03-03T10:30"), days(2));
        var after = worktime.extend(before, days(3));
        assertThat(after.dueAt()).isEqualTo(jingmen("2026-03-10T10:30"));
        assertThat(after.limit()).isEqualTo(Optional.of(days(5)));
    }

    @Test
    void anUnknownKeyIsRefusedWithFileAndLine() throws IOException {
        String text = Files.readString(BOSTON).replace("seasons:", "sommer: x\nseasons:");
        assertRefused(text, "worktime.bad-calendar", "(calendar.yaml)", "line 7", "sommer");
    }

    @Test
    void anImpossibleDateIsRefusedWithItsLine() throws IOException {
        String text = Files.readString(BOSTON).replace("2011-07-04", "2011-07-44");
        assertRefused(text, "worktime.bad-calendar", "line 21", "2011-07-44");
    }

    @Test
    void aMissingKeyAndATwiceGivenKeyAreRefused() throws IOException {
        String text = Files.readString(BOSTON);
        assertRefused(
                text.replace("zone: America/New_York\n", ""), "worktime.bad-calendar", "zone");
        assertRefused(text + "\nversion: x\n", "worktime.bad-calendar", "version");
        assertRefused("", "worktime.bad-calendar", "(calendar.yaml)");
    }

    @Test
    void aRefusedFileLeavesTheCalendarInForce() throws IOException {
        importFile(JINGMEN);
        assertRefused("version: 1", "worktime.bad-calendar", "zone");
        assertThat(worktime.start(jingmen("2026-03-03T10:30"), days(2)).calendar())
                .isEqualTo("jingmen-2026-1");
    }

    private void assertRefused(String yaml, String code, String... words) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() ->
                        worktime.importCalendar(
                                "calendar.yaml",
                                new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))))
                .withMessageStartingWith(code)
                .satisfies(e -> assertThat(e.getMessage()).contains(words));
    }

    private void importFile(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            worktime.importCalendar(file.toString(), in);
        }
    }

    private static Worktime worktimeOn(DataSource database) {
        return TestModule.start(
                        database, CLOCK, "city.gewu.worktime.store", "city.gewu.worktime.usecase")
                .getBean(Worktime.class);
    }

    private Long count(String sql) {
        return JdbcClient.create(database).sql(sql).query(Long.class).single();
    }

    private static TimeLimit days(int amount) {
        return new TimeLimit(amount, LimitUnit.WORK_DAY);
    }

    private static Instant jingmen(String reading) {
        return LocalDateTime.parse(reading).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }
}
