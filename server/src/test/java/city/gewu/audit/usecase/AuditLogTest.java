package city.gewu.audit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.gewu.audit.Audit;
import city.gewu.audit.AuditEntry;
import city.gewu.audit.store.AuditLog;
import city.gewu.audit.store.AuditSeals;
import city.gewu.audit.store.AuditSearch;
import city.gewu.audit.store.AuditSearch.Filter;
import city.gewu.audit.store.LoggedEntry;
import city.gewu.database.TestDatabase;
import city.gewu.database.TestModule;
import city.gewu.platform.RefusedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The audit log over a real database, with a clock that tests turn.
class AuditLogTest {

    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient db = JdbcClient.create(database);
    private Instant now = Instant.parse("2021-03-02T10:00:00.123456789Z");
    private AnnotationConfigApplicationContext context;
    private Audit audit;

    @BeforeEach
    void open() {
        context = start();
        audit = context.getBean(Audit.class);
    }

    @AfterEach
    void close() {
        context.close();
    }

    private AnnotationConfigApplicationContext start() {
        InstantSource time = () -> now;
        Clock clock = time.withZone(ZoneOffset.UTC);
        return TestModule.start(database, clock, "city.gewu.audit");
    }

    @Test
    void anEntryIsThereWhenTheCallReturns() {
        audit.record(
                new AuditEntry(
                        "p1",
                        "cases.commands.create",
                        "cases/17",
                        "casework.stale",
                        "10.0.0.7",
                        Map.of("command", "close", "a", "b")));
        assertThat(all())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.seq()).isEqualTo(1);
                    assertThat(entry.at()).isEqualTo(Instant.parse("2021-03-02T10:00:00.123456Z"));
                    assertThat(entry.outcome()).isEqualTo("casework.stale");
                    assertThat(entry.details()).isEqualTo("{\"a\":\"b\",\"command\":\"close\"}");
                });
        assertThat(broken()).isEmpty();
    }

    @Test
    void manyWritersOfTwoServersMakeOneChain() throws Exception {
        var other = start();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var second = other.getBean(Audit.class);
            var waiting = new ArrayList<Future<?>>();
            for (int i = 0; i < 1000; i++) {
                int number = i;
                var to = i % 2 == 0 ? audit : second;
                waiting.add(threads.submit(() -> to.record(entry("o/" + number))));
            }
            for (var one : waiting) {
                one.get();
            }
        }
        assertThat(audit.verify(_ -> {})).isEqualTo(new Audit.Verification(1000, 0, 0));
        assertThat(count("count(distinct object)")).isEqualTo(1000);
        assertThat(count("count(distinct xmin::text)")).isLessThan(500);
        other.close();
    }

    private long count(String what) {
        return db.sql("select " + what + " from audit.entry").query(Long.class).single();
    }

    @Test
    void whatWasTriedStaysWhenTheCallerRollsBack() {
        context.getBean(TransactionTemplate.class)
                .executeWithoutResult(status -> {
                    audit.record(entry("cases/1"));
                    status.setRollbackOnly();
                });
        assertThat(all()).hasSize(1);
    }

    @Test
    void nothingInTheLogCanBeChangedOrRemoved() {
        fill(3);
        now = now.plus(Duration.ofDays(1));
        assertThat(audit.sealFinishedDays()).isEqualTo(1);
        for (var statement :
                List.of(
                        "update audit.entry set actor = 'somebody' where seq = 2",
                        "delete from audit.entry where seq = 2",
                        "truncate audit.entry",
                        "update audit.day_seal set entries = 1",
                        "delete from audit.day_seal",
                        "truncate audit.day_seal")) {
            assertThatThrownBy(() -> db.sql(statement).update())
                    .as(statement)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
        }
        assertThat(broken()).isEmpty();
    }

    @Test
    void aDayOfTheLastSixMonthsCannotEvenBeMarkedAsRemoved() {
        now = Instant.now(Clock.systemUTC()).minus(Duration.ofDays(100));
        audit.record(entry("cases/1"));
        now = now.plus(Duration.ofDays(1));
        assertThat(audit.sealFinishedDays()).isEqualTo(1);
        assertThatThrownBy(() -> db.sql("update audit.day_seal set removed_at = now()").update())
                .hasMessageContaining("append-only");
    }

    @Test
    void theFirstChangedEntryIsNamed() {
        fill(5);
        forced("update audit.entry set actor = 'somebody else' where seq in (3, 4)");
        assertThat(broken())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("Audit entry 3 ")
                .contains("cases.create");
    }

    @Test
    void aMissingEntryIsNamed() {
        fill(5);
        forced("delete from audit.entry where seq in (2, 3)");
        assertThat(broken()).first().asString().contains("2 to 3");
    }

    @Test
    void aSealedDayThatLostItsLastEntryIsFound() {
        fill(3);
        now = now.plus(Duration.ofDays(1));
        audit.sealFinishedDays();
        forced("delete from audit.entry where seq = 3");
        assertThat(broken()).singleElement().asString().startsWith("Audit seal of 2021-03-02");
    }

    @Test
    void daysAreSealedOnceTheyAreOver() {
        fill(2);
        assertThat(audit.sealFinishedDays()).isZero();
        now = now.plus(Duration.ofDays(2));
        fill(1);
        now = now.plus(Duration.ofDays(1));
        assertThat(audit.sealFinishedDays()).isEqualTo(2);
        assertThat(audit.sealFinishedDays()).isZero();
        assertThat(audit.verify(_ -> {})).isEqualTo(new Audit.Verification(3, 2, 0));
    }

    @Test
    void wholeDaysLeaveAfterTheirTimeAndTheRestStaysProvable() {
        fill(3);
        now = now.plus(Duration.ofDays(30));
        fill(2);
        now = now.plus(Duration.ofDays(1));
        audit.sealFinishedDays();
        now = Instant.parse("2024-03-03T04:00:00Z");
        assertThat(removal().removeOldDays()).isEqualTo(3);
        assertThat(all())
                .extracting(LoggedEntry::action)
                .containsExactly("audit.remove", "cases.create", "cases.create");
        assertThat(audit.verify(_ -> {})).isEqualTo(new Audit.Verification(3, 2, 0));
    }

    @Test
    void theChainGoesOnWhenEveryEntryHasLeft() {
        fill(3);
        now = now.plus(Duration.ofDays(1));
        audit.sealFinishedDays();
        now = Instant.parse("2025-01-01T04:00:00Z");
        assertThat(removal().removeOldDays()).isEqualTo(3);
        assertThat(all()).singleElement().extracting(LoggedEntry::seq).isEqualTo(4L);
        assertThat(broken()).isEmpty();
    }

    @Test
    void lessThanSixMonthsIsRefusedAtTheStart() {
        assertThatThrownBy(() -> removal(Period.ofDays(182)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("audit.keep-too-short");
        assertThat(removal(Period.ofDays(183))).isNotNull();
        assertThat(removal(Period.ofMonths(7))).isNotNull();
    }

    @Test
    void timeNeverRunsBackwardsAlongTheChain() {
        fill(1);
        now = now.minus(Duration.ofHours(3));
        fill(1);
        assertThat(all().stream().map(LoggedEntry::at).distinct()).hasSize(1);
    }

    @Test
    void eachFilterFindsItsEntries() {
        audit.record(entry("cases/1"));
        now = now.plus(Duration.ofHours(1));
        audit.record(new AuditEntry("p2", "session.create", "", "signin.csrf", "", Map.of()));
        assertThat(found(filter("p2", "", "", ""))).containsExactly(2L);
        assertThat(found(filter("", "cases.create", "", ""))).containsExactly(1L);
        assertThat(found(filter("", "", "cases/1", ""))).containsExactly(1L);
        assertThat(found(filter("", "", "", "done"))).containsExactly(1L);
        assertThat(found(filter("", "", "", "refused"))).containsExactly(2L);
        assertThat(found(filter("", "", "", "signin.csrf"))).containsExactly(2L);
        var from = now.minus(Duration.ofMinutes(30));
        assertThat(found(span(Optional.of(from), Optional.empty()))).containsExactly(2L);
        assertThat(found(span(Optional.empty(), Optional.of(from)))).containsExactly(1L);
        assertThat(found(span(Optional.of(now.plusSeconds(1)), Optional.empty()))).isEmpty();
        assertThat(found(filter("", "", "", ""))).containsExactly(2L, 1L);
    }

    private static Filter filter(String actor, String action, String object, String outcome) {
        return new Filter(
                Optional.empty(),
                Optional.empty(),
                text(actor),
                text(action),
                text(object),
                text(outcome));
    }

    private static Filter span(Optional<Instant> from, Optional<Instant> to) {
        var any = Optional.<String>empty();
        return new Filter(from, to, any, any, any, any);
    }

    private static Optional<String> text(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private List<Long> found(Filter filter) {
        return context.getBean(AuditSearch.class).list(filter, Long.MAX_VALUE, 10).stream()
                .map(LoggedEntry::seq)
                .toList();
    }

    private List<LoggedEntry> all() {
        return context.getBean(AuditSearch.class)
                .list(filter("", "", "", ""), Long.MAX_VALUE, 10_000);
    }

    private List<String> broken() {
        var findings = new ArrayList<String>();
        audit.verify(findings::add);
        return findings;
    }

    private void fill(int entries) {
        for (int i = 0; i < entries; i++) {
            audit.record(entry("cases/" + i));
        }
    }

    private RemoveOldDays removal() {
        return context.getBean(RemoveOldDays.class);
    }

    private RemoveOldDays removal(Period keep) {
        return new RemoveOldDays(
                context.getBean(AuditLog.class),
                context.getBean(AuditSeals.class),
                context.getBean(AuditWriter.class),
                context.getBean(TransactionTemplate.class),
                Clock.systemUTC(),
                keep);
    }

    /// What somebody with the keys of the database can do.
    private void forced(String statement) {
        db.sql("alter table audit.entry disable trigger append_only").update();
        db.sql(statement).update();
        db.sql("alter table audit.entry enable trigger append_only").update();
    }

    private static AuditEntry entry(String object) {
        return AuditEntry.done("p1", "cases.create", object, Map.of());
    }
}
