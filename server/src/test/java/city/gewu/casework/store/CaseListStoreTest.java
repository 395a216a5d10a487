package city.gewu.casework.store;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.casework.CityFixture;
import city.gewu.casework.model.CaseView;
import city.gewu.casework.model.Waiting;
import city.gewu.casework.store.CaseListStore.Cursor;
import city.gewu.casework.store.CaseListStore.StateCount;
import city.gewu.casework.store.CaseRows.Row;
import city.gewu.database.TestDatabase;
import city.gewu.people.Actor;
import city.gewu.people.Area;
import city.gewu.people.Mandate;
import city.gewu.people.Post;
import city.gewu.people.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class CaseListStoreTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final Waiting NOBODY = new Waiting(List.of(), List.of());
    private static final Scope CENTRE = new Scope(true, "", List.of());

    private static Scope scope(Actor actor) {
        return Scope.of(actor, CityFixture.Staff.of("SZ", "HW", "YL"));
    }

    private CaseRows rows;
    private CaseListStore lists;

    @BeforeEach
    void open() {
        DataSource database = TestDatabase.fresh();
        rows = new CaseRows(database);
        lists = new CaseListStore(database);
    }

    @Test
    void openCasesStandByTimeLeftAndThoseWithoutATimeLast() {
        long without = rows.add(new Row().in("REPORTED"));
        long later = rows.add(new Row().due(NOW.plusSeconds(7200)));
        long late = rows.add(new Row().due(NOW.minusSeconds(60)));
        rows.add(new Row().ended("CLOSED", NOW));

        assertThat(ids(CaseView.OPEN)).containsExactly(late, later, without);
        assertThat(ids(CaseView.OVERDUE)).containsExactly(late);
    }

    @Test
    void aSuspendedCaseIsNotOverdueWhileItsClockStandsStill() {
        rows.add(new Row().due(NOW.minusSeconds(60)).suspended(NOW.minusSeconds(600)));
        assertThat(ids(CaseView.OVERDUE)).isEmpty();
        assertThat(ids(CaseView.HANDLING)).hasSize(1);
    }

    @Test
    void suspendedCasesStandLastWhateverTheirOldDueTime() {
        long stopped = rows.add(new Row().due(NOW.minusSeconds(60)).suspended(NOW));
        long without = rows.add(new Row().in("REPORTED"));
        long later = rows.add(new Row().due(NOW.plusSeconds(7200)));

        assertThat(ids(CaseView.OPEN)).containsExactly(later, without, stopped);
        assertThat(ids(CaseView.HANDLING)).containsExactly(later, stopped);
    }

    @Test
    void finishedCasesStandByWhenTheyEnded() {
        long first = rows.add(new Row().ended("CLOSED", NOW.minusSeconds(60)));
        long last = rows.add(new Row().ended("CANCELLED", NOW));
        assertThat(ids(CaseView.FINISHED)).containsExactly(last, first);
    }

    @Test
    void aHandlerSeesTheCasesOfTheOwnDepartmentAndThoseItAssists() {
        long own = rows.add(new Row().at("SZ"));
        long assisted = rows.add(new Row().at("HW", "SZ", "YL"));
        rows.add(new Row().at("HW"));
        rows.add(new Row().in("REPORTED"));

        var scope = scope(new Actor("account:li", "李", Set.of(Post.HANDLER), "SZ"));
        assertThat(ids(CaseFilter.of(CaseView.ALL, scope, NOBODY)))
                .containsExactlyInAnyOrder(own, assisted);
        assertThat(lists.countOpen(scope, NOW)).extracting(StateCount::cases).containsExactly(2L);

        var nowhere = scope(new Actor("account:wu", "吴", Set.of(Post.HANDLER), ""));
        assertThat(ids(CaseFilter.of(CaseView.ALL, nowhere, NOBODY))).isEmpty();
    }

    /// The list, the counts and the rule in memory agree on who sees what.
    @RepeatedTest(20)
    void theListShowsWhatIsInSightAndNothingElse(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var departments = List.of("SZ", "HW", "YL");
        var districts = List.of("420802", "420804");
        record Seen(long id, List<String> departments, String district) {}
        var all = new ArrayList<Seen>();
        for (int i = 0; i < 30; i++) {
            var lead = departments.get(random.nextInt(3));
            var assists = departments.get(random.nextInt(3));
            var district = districts.get(random.nextInt(2));
            long id = rows.add(new Row().at(lead, assists).inDistrict(district));
            all.add(new Seen(id, List.of(lead, assists), district));
        }
        var mandates = new ArrayList<Mandate>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            mandates.add(
                    new Mandate(
                            random.nextBoolean() ? Post.HANDLER : Post.DISPATCHER,
                            departments.get(random.nextInt(3)),
                            random.nextInt(4) == 0
                                    ? Area.CITY
                                    : new Area("district", districts.get(random.nextInt(2)), 2)));
        }
        var scope = scope(new Actor("account:li", "李", mandates, ""));
        var inSight =
                all.stream()
                        .filter(it ->
                                scope.covers("", it.departments(), List.of("JM", it.district())))
                        .map(Seen::id)
                        .toList();
        assertThat(ids(CaseFilter.of(CaseView.ALL, scope, NOBODY)))
                .containsExactlyInAnyOrderElementsOf(inSight);
        assertThat(lists.countOpen(scope, NOW).stream().mapToLong(StateCount::cases).sum())
                .isEqualTo(inSight.size());
    }

    @Test
    void whatWaitsForAPersonFollowsFromTheirPosts() {
        long reported = rows.add(new Row().in("REPORTED"));
        rows.add(new Row().in("TO_DISPATCH"));
        long own = rows.add(new Row().in("DISPATCHED").at("SZ"));
        rows.add(new Row().in("DISPATCHED").at("HW"));

        var both =
                Waiting.of(
                        new Actor(
                                "account:li", "李", Set.of(Post.HANDLER, Post.INTAKE_CLERK), "SZ"));
        assertThat(ids(CaseFilter.of(CaseView.MINE, CENTRE, both)))
                .containsExactlyInAnyOrder(reported, own);
        assertThat(lists.countMine(CaseFilter.of(CaseView.MINE, CENTRE, both), NOW)).isEqualTo(2);
    }

    @Test
    void filtersNarrowTheList() {
        long here = rows.add(new Row().of("E0102").inDistrict("420804").at("SZ"));
        rows.add(new Row().of("E0102"));
        var filter =
                new CaseFilter(
                        CaseView.OPEN, CENTRE, NOBODY, "", "E0102", "SZ", "HOTLINE", 2, "420804");
        assertThat(ids(filter)).containsExactly(here);
    }

    @Test
    void countsFollowTheLights() {
        rows.add(new Row().due(NOW.plusSeconds(7200)));
        rows.add(new Row().due(NOW.plusSeconds(60)));
        rows.add(new Row().due(NOW.minusSeconds(60)));
        rows.add(new Row());
        assertThat(lists.countOpen(CENTRE, NOW))
                .containsExactly(new StateCount("HANDLING", 4, 1, 1, 1));
    }

    /// Between two pages cases end, appear and are postponed. Whoever was in the list all the time
    /// at the same place is shown exactly once, and nobody twice.
    @RepeatedTest(20)
    void pagesLoseAndDoubleNothingWhileTheListChanges(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var open = new ArrayList<Long>();
        for (int i = 0; i < 60; i++) {
            open.add(rows.add(random(random)));
        }
        var stayed = new HashSet<>(open);
        var seen = new ArrayList<Long>();
        Optional<Cursor> next = Optional.empty();
        do {
            var page =
                    lists.listCases(
                            CaseFilter.of(CaseView.OPEN, CENTRE, NOBODY),
                            next,
                            1 + random.nextInt(12),
                            NOW);
            page.rows().forEach(row -> seen.add(row.id()));
            next = page.next();
            long ended = open.get(random.nextInt(open.size()));
            rows.end(ended, NOW);
            stayed.remove(ended);
            rows.add(random(random));
        } while (next.isPresent());

        assertThat(seen).doesNotHaveDuplicates().containsAll(stayed);
    }

    private static Row random(Random random) {
        var row =
                random.nextInt(4) == 0
                        ? new Row()
                        : new Row().due(NOW.plus(Duration.ofMinutes(random.nextInt(30))));
        return random.nextInt(4) == 0 ? row.suspended(NOW) : row;
    }

    private List<Long> ids(CaseView view) {
        return ids(CaseFilter.of(view, CENTRE, NOBODY));
    }

    private List<Long> ids(CaseFilter filter) {
        return lists.listCases(filter, Optional.empty(), 100, NOW).rows().stream()
                .map(CaseLine::id)
                .toList();
    }
}
