package city.gewu.casework.usecase;

import static city.gewu.casework.CityFixture.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.gewu.casework.CaseCommand.Accept;
import city.gewu.casework.CaseCommand.Close;
import city.gewu.casework.CaseCommand.RequestVerification;
import city.gewu.casework.CaseStory;
import city.gewu.casework.CityFixture;
import city.gewu.casework.StoryOutcome;
import city.gewu.casework.StoryOutcome.Added;
import city.gewu.casework.StoryOutcome.AlreadyThere;
import city.gewu.casework.StoryOutcome.Rejected;
import city.gewu.database.TestDatabase;
import city.gewu.platform.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/// What the ledger promises: nothing lost, nothing doubled, nothing changed unseen.
class LedgerProofTest {

    private static final Instant AT = Instant.parse("2026-02-01T02:00:00Z");

    private LedgerFixture city;

    @BeforeEach
    void open() {
        city = new LedgerFixture(TestDatabase.fresh());
    }

    @AfterEach
    void close() throws InterruptedException {
        city.close();
    }

    @Test
    void aCrowdLosesNothingAndEveryCaseGoesToTheQuickest() throws Exception {
        int people = 64;
        int shared = 20;
        var cases = IntStream.range(0, shared).mapToObj(_ -> city.report()).toList();
        var won = new AtomicInteger();
        var stale = new AtomicInteger();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<?>>();
            for (int person = 0; person < people; person++) {
                all.add(
                        crowd.submit(() -> {
                            city.report();
                            for (var id : cases) {
                                try {
                                    city.casework.command(id, 1, new Accept(), CLERK);
                                    won.incrementAndGet();
                                } catch (RefusedException e) {
                                    assertThat(e.refusal().code()).isEqualTo("casework.stale");
                                    stale.incrementAndGet();
                                }
                            }
                        }));
            }
            for (var one : all) {
                one.get();
            }
        }

        assertThat(won.get()).isEqualTo(shared);
        assertThat(stale.get()).isEqualTo(people * shared - shared);
        assertThat(city.count("select count(*) from casework.case_file"))
                .isEqualTo(people + shared);
        assertThat(city.count("select count(*) from casework.case_event"))
                .isEqualTo(people + shared + shared);
        assertThat(city.published).hasSize(people + shared + shared);
        assertThat(city.findings()).isEmpty();
    }

    @Test
    void oneChangedByteOfAnEventIsFoundAndTheCaseNamed() {
        city.casework.append(stories(5));
        assertThat(city.findings()).isEmpty();

        city.db
                .sql(
                        """
                        update casework.case_event
                           set details = replace(details, 'filled', 'fillex')
                         where case_id = 3
                           and kind = 'handled'
                        """)
                .update();

        assertThat(city.findings())
                .singleElement()
                .asString()
                .contains("JM20260201000003", "event 6", "handled");
    }

    @Test
    void aChangedStateIsFoundEvenInAColumnTheStateDoesNotUse() {
        city.casework.append(stories(5));
        city.db
                .sql("update casework.case_file set review_on = '2026-05-01' where case_id = 2")
                .update();
        city.db
                .sql(
                        "update casework.case_file set first_due_at = first_due_at + interval '1 day' where case_id = 4")
                .update();

        assertThat(city.findings())
                .hasSize(2)
                .anySatisfy(f -> assertThat(f).contains("JM20260201000002", "state"))
                .anySatisfy(f -> assertThat(f).contains("JM20260201000004", "state"));
    }

    @Test
    void aRemovedEventACutEndAndALostCaseAreFound() {
        city.casework.append(stories(6));
        city.db.sql("delete from casework.case_event where case_id = 1 and seq = 4").update();
        city.db.sql("delete from casework.case_event where case_id = 2 and seq = 9").update();
        city.db.sql("delete from casework.case_file where case_id = 3").update();
        city.db.sql("delete from casework.case_event where case_id = 4").update();

        assertThat(city.findings())
                .satisfiesExactly(
                        f -> assertThat(f).contains("JM20260201000001", "event 4 is missing"),
                        f -> assertThat(f).contains("JM20260201000002", "version 9"),
                        f -> assertThat(f).contains("(3)", "no case"),
                        f -> assertThat(f).contains("JM20260201000004"));
    }

    @Test
    void aFinishedDayIsSealedAndAForgedHistoryBreaksTheSeal() {
        city.casework.append(stories(3));
        assertThat(city.casework.sealFinishedDays()).isZero();
        city.clock.turn(Duration.ofDays(1));
        city.report();
        city.clock.turn(Duration.ofDays(3));

        assertThat(city.casework.sealFinishedDays()).isEqualTo(2);
        assertThat(city.casework.sealFinishedDays()).isZero();
        var verified = city.casework.verify(_ -> {});
        assertThat(verified.seals()).isEqualTo(2);
        assertThat(verified.broken()).isZero();
        assertThat(verified.events()).isEqualTo(3 * 9 + 1);

        city.db.sql("delete from casework.case_event where case_id = 2").update();
        city.db.sql("delete from casework.case_file where case_id = 2").update();

        assertThat(city.findings()).singleElement().asString().contains("Seal of 2026-03-02");
    }

    @Test
    void aChangedSealIsFoundByTheOneAfterIt() {
        city.report();
        city.clock.turn(Duration.ofDays(1));
        city.report();
        city.clock.turn(Duration.ofDays(1));
        city.casework.sealFinishedDays();

        city.db
                .sql("update casework.day_seal set previous = sha256('x') where day = '2026-03-02'")
                .update();

        assertThat(city.findings()).hasSize(2).allSatisfy(f -> assertThat(f).contains("Seal of"));
    }

    @Test
    void aRerunAddsNothing() {
        var stories = stories(10);
        assertThat(city.casework.append(stories)).allMatch(Added.class::isInstance);
        var events = city.count("select count(*) from casework.case_event");

        assertThat(city.casework.append(stories)).allMatch(AlreadyThere.class::isInstance);

        assertThat(city.count("select count(*) from casework.case_event")).isEqualTo(events);
        assertThat(city.published).isEmpty();
    }

    @Test
    void aDoubleInOneBatchIsTakenOnceAndABadStoryIsLeftOutWhole() {
        var good = LedgerFixture.story("1", AT);
        var bad =
                new CaseStory(
                        "town-311",
                        "2",
                        "cases.csv:2",
                        CityFixture.problem(),
                        CityFixture.IMPORT,
                        AT,
                        List.of(
                                LedgerFixture.step(AT, 1, new RequestVerification()),
                                LedgerFixture.step(AT, 2, new Close(""))));
        var backwards =
                new CaseStory(
                        "town-311",
                        "3",
                        "cases.csv:3",
                        CityFixture.problem(),
                        CityFixture.IMPORT,
                        AT,
                        List.of(LedgerFixture.step(AT, -1, new Accept())));

        List<StoryOutcome> outcomes = city.casework.append(List.of(good, bad, backwards, good));

        assertThat(outcomes.get(0)).isInstanceOf(Added.class);
        assertThat(outcomes.get(1))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        r -> assertThat(r.why().code()).isEqualTo("casework.not-in-state"));
        assertThat(outcomes.get(2))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        r -> assertThat(r.why().code()).isEqualTo("casework.out-of-order"));
        assertThat(outcomes.get(3)).isInstanceOf(AlreadyThere.class);
        assertThat(city.count("select count(*) from casework.case_file")).isEqualTo(1);
        assertThat(city.findings()).isEmpty();
    }

    @Test
    void aBatchThatDiesLeavesNothingHalfWritten() {
        city.casework.append(stories(3));
        var files = city.count("select count(*) from casework.case_file");
        city.db
                .sql(
                        """
                        alter table casework.case_event
                          add constraint no_closing check (kind <> 'closed') not valid
                        """)
                .update();

        assertThatThrownBy(() ->
                        city.casework.append(
                                IntStream.range(100, 140)
                                        .mapToObj(i -> LedgerFixture.story(Integer.toString(i), AT))
                                        .toList()))
                .hasMessageContaining("no_closing");

        assertThat(city.count("select count(*) from casework.case_file")).isEqualTo(files);
        assertThat(city.findings()).isEmpty();
        city.db.sql("alter table casework.case_event drop constraint no_closing").update();
        assertThat(city.casework.append(List.of(LedgerFixture.story("100", AT))))
                .singleElement()
                .isInstanceOf(Added.class);
    }

    @Test
    void oneEntryTheDatabaseRefusesDoesNotTakeOthersWithIt() throws Exception {
        var cases = IntStream.range(0, 30).mapToObj(_ -> city.report()).toList();
        city.db
                .sql(
                        """
                        alter table casework.case_event
                          add constraint not_case_7 check (case_id <> 7 or seq = 1)
                        """)
                .update();
        var failed = new AtomicInteger();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var all =
                    cases.stream()
                            .map(id ->
                                    crowd.submit(() -> {
                                        try {
                                            city.casework.command(id, 1, new Accept(), CLERK);
                                        } catch (DataIntegrityViolationException e) {
                                            failed.incrementAndGet();
                                        }
                                    }))
                            .toList();
            for (var one : all) {
                one.get();
            }
        }

        assertThat(failed.get()).isEqualTo(1);
        assertThat(city.count("select count(*) from casework.case_file where state = 'ACCEPTED'"))
                .isEqualTo(29);
        assertThat(city.findings()).isEmpty();
    }

    private static List<CaseStory> stories(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> LedgerFixture.story(Integer.toString(i), AT))
                .toList();
    }
}
