package city.gewu.casework.store;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.casework.CityFixture;
import city.gewu.casework.model.UnitFact;
import city.gewu.casework.store.CaseRows.Row;
import city.gewu.casework.store.UnitLedgerStore.Count;
import city.gewu.casework.store.UnitLedgerStore.Entry;
import city.gewu.casework.store.UnitLedgerStore.Sheet;
import city.gewu.database.TestDatabase;
import city.gewu.engine.indicator.Period;
import city.gewu.people.Actor;
import city.gewu.people.Post;
import city.gewu.people.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A month of four cases by hand: what each ledger must say of it.
class UnitLedgerStoreTest {

    private static final Scope CENTRE = new Scope(true, "", List.of());
    private static final Instant FEBRUARY = Instant.parse("2026-02-20T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    private CaseRows rows;
    private UnitLedgerStore ledger;
    private DepartmentLoadStore loads;
    private long given;
    private long waived;
    private long stopped;

    private static Instant march(int day) {
        return Instant.parse("2026-03-%02dT02:00:00Z".formatted(day));
    }

    @BeforeEach
    void aMonth() {
        DataSource database = TestDatabase.fresh();
        rows = new CaseRows(database);
        ledger = new UnitLedgerStore(JdbcClient.create(database));
        loads = new DepartmentLoadStore(JdbcClient.create(database));

        // Returned twice by roads, then given to parks by arbitration, extended there, ordered.
        given = rows.add(new Row().at("parks").inDistrict("420802"));
        rows.happened(given, 1, "reported", march(1), "");
        rows.happened(given, 2, "dispatched", march(1), "department roads");
        rows.happened(given, 3, "returned", march(2), "department roads reason first");
        rows.happened(given, 4, "dispatched", march(2), "department roads");
        rows.happened(given, 5, "urged", march(2), "message hurry");
        rows.happened(given, 6, "returned", march(3), "department roads reason second");
        rows.happened(given, 7, "arbitrated", march(4), "department parks record minutes");
        rows.happened(given, 8, "extension-asked", march(5), "reason rain");
        rows.happened(given, 9, "extension-granted", march(5), "");
        rows.happened(given, 10, "extension-asked", march(6), "reason more");
        rows.happened(given, 11, "supervision-ordered", march(7), "message today");

        // Dispatched in February, reworked, closed late, waived in March.
        waived = rows.add(new Row().at("roads").inDistrict("420804").ended("CLOSED", march(8)));
        rows.happened(waived, 1, "dispatched", FEBRUARY, "department roads");
        rows.happened(waived, 2, "check-failed", march(1), "reason dirty");
        rows.happened(waived, 3, "appealed", march(9), "reason flood");
        rows.happened(waived, 4, "appeal-decided", march(10), "waived true reason flood");
        rows.set(waived, "appeal = 'WAIVED', waived = true");

        // Suspended in February and still: its review was due in March.
        stopped = rows.add(new Row().at("lamps").inDistrict("420804").suspended(FEBRUARY));
        rows.happened(stopped, 1, "dispatched", FEBRUARY, "department lamps");
        rows.happened(stopped, 2, "suspension-asked", FEBRUARY, "reason parts");
        rows.happened(stopped, 3, "suspended", FEBRUARY, "reason parts");
        rows.set(stopped, "review_on = '2026-03-20', request_reason = 'parts'");

        // Cancelled while lamps had it, after somebody had asked for that.
        long empty =
                rows.add(new Row().at("lamps").inDistrict("420804").ended("CANCELLED", march(6)));
        rows.happened(empty, 1, "dispatched", FEBRUARY, "department lamps");
        rows.happened(empty, 2, "cancellation-asked", march(5), "reason double");
        rows.happened(empty, 3, "cancelled", march(6), "reason double");

        // Urged while nobody had it yet; its appeal was not upheld, which is no waiver.
        long early = rows.add(new Row().in("TO_DISPATCH").inDistrict("420802"));
        rows.happened(early, 1, "urged", march(1), "message soon");
        rows.happened(early, 2, "appeal-decided", march(2), "waived false reason no");
    }

    @Test
    void eachDepartmentAnswersForWhatHappenedWhileItHadTheCase() {
        assertThat(ledger.count(sheet(0, "2026-03-19", CENTRE)))
                .containsExactly(
                        new Count("", "urged", 1),
                        new Count("lamps", "cancellation_asked", 1),
                        new Count("lamps", "cancelled", 1),
                        new Count("lamps", "suspended_now", 1),
                        new Count("parks", "arbitrated", 1),
                        new Count("parks", "dispatched", 1),
                        new Count("parks", "extension_asked", 1),
                        new Count("parks", "extension_granted", 1),
                        new Count("parks", "ordered", 1),
                        new Count("roads", "appealed", 1),
                        new Count("roads", "dispatched", 1),
                        new Count("roads", "returned", 1),
                        new Count("roads", "reworked", 1),
                        new Count("roads", "urged", 1),
                        new Count("roads", "waived", 1));
    }

    @Test
    void aReviewIsDueFromItsDayOn() {
        assertThat(ledger.count(sheet(0, "2026-03-19", CENTRE)))
                .extracting(Count::fact)
                .doesNotContain("review_due");
        assertThat(ledger.count(sheet(0, "2026-03-20", CENTRE)))
                .contains(new Count("lamps", "review_due", 1));
    }

    @Test
    void theSameMonthByDistrictCountsEachCaseOnce() {
        assertThat(ledger.count(sheet(2, "2026-03-19", CENTRE)))
                .contains(
                        new Count("420802", "dispatched", 1),
                        new Count("420802", "urged", 2),
                        new Count("420804", "reworked", 1),
                        new Count("420804", "suspended_now", 1))
                .doesNotContain(new Count("420804", "dispatched", 1));
    }

    @Test
    void everyNumberOpensOntoAsManyCases() {
        for (int depth : List.of(0, 2)) {
            var sheet = sheet(depth, "2026-03-20", CENTRE);
            for (var count : ledger.count(sheet)) {
                assertThat(list(sheet, count.subject(), count.fact()))
                        .as(count.toString())
                        .hasSize((int) count.cases());
                assertThat(UnitFact.findFact(count.fact())).isPresent();
            }
        }
    }

    @Test
    void anEntrySaysWhenItLastHappenedHowOftenAndWhatWasSaid() {
        var returned = list(sheet(0, "2026-03-20", CENTRE), "roads", "returned").getFirst();
        assertThat(returned.id()).isEqualTo(given);
        assertThat(returned.times()).isEqualTo(2);
        assertThat(returned.at()).isEqualTo(march(3));
        assertThat(returned.words()).isEqualTo("second");
        assertThat(returned.holder()).isEqualTo("parks");

        var standing = list(sheet(0, "2026-03-20", CENTRE), "lamps", "suspended_now").getFirst();
        assertThat(standing.id()).isEqualTo(stopped);
        assertThat(standing.reviewOn()).contains(LocalDate.parse("2026-03-20"));
        assertThat(standing.words()).isEqualTo("parts");
    }

    @Test
    void aDepartmentSeesItsOwnLedgerAlsoOfWhatOthersHaveNow() {
        var handler = new Actor("li", "李", Set.of(Post.HANDLER), "roads");
        var scope = Scope.of(handler, CityFixture.Staff.of("roads", "parks", "lamps"));
        var sheet = sheet(0, "2026-03-20", scope);
        assertThat(ledger.count(sheet)).extracting(Count::subject).containsOnly("roads");
        assertThat(list(sheet, "roads", "returned")).extracting(Entry::id).containsExactly(given);
        assertThat(list(sheet, "parks", "extension_asked")).isEmpty();
    }

    @Test
    void pagesOfAnEntryListGoOnWhereTheyEnded() {
        var sheet = sheet(2, "2026-03-20", CENTRE);
        var first = ledger.list(sheet, "420802", "urged", LAST, Long.MAX_VALUE, 1).getFirst();
        var second = ledger.list(sheet, "420802", "urged", first.at(), first.id(), 1);
        assertThat(second).hasSize(1);
        assertThat(second.getFirst().id()).isNotEqualTo(first.id());
        assertThat(
                        ledger.list(
                                sheet,
                                "420802",
                                "urged",
                                second.getFirst().at(),
                                second.getFirst().id(),
                                1))
                .isEmpty();
    }

    @Test
    void theLoadOfADepartmentIsWhatItMustHandleNowAndHowMuchItGaveBack() {
        rows.add(new Row().at("parks").due(march(1)));
        rows.add(new Row().at("parks").in("HANDLED").due(march(1)));
        rows.add(new Row().at("parks").ended("CLOSED", march(1)));
        var parks = loads.load("parks", march(1), march(10));
        assertThat(parks.open()).isEqualTo(2);
        assertThat(parks.overdue()).isEqualTo(1);
        assertThat(parks.suspended()).isZero();
        assertThat(parks.dispatched()).isEqualTo(1);
        assertThat(parks.returned()).isZero();

        var roads = loads.load("roads", march(1), march(10));
        assertThat(roads.open()).isZero();
        assertThat(roads.dispatched()).isEqualTo(2);
        assertThat(roads.returned()).isEqualTo(2);
        assertThat(loads.load("lamps", march(1), march(10)).suspended()).isEqualTo(1);
        assertThat(loads.load("nobody", march(1), march(10)).dispatched()).isZero();
    }

    private List<Entry> list(Sheet sheet, String subject, String fact) {
        return ledger.list(sheet, subject, fact, LAST, Long.MAX_VALUE, 100);
    }

    private static Sheet sheet(int depth, String today, Scope scope) {
        return new Sheet(
                Period.parse("2026-03").orElseThrow().in(CityFixture.ZONE),
                LocalDate.parse(today),
                depth,
                scope);
    }
}
