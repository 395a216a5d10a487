package city.gewu.casework.store;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.casework.CityFixture;
import city.gewu.casework.model.CaseView;
import city.gewu.casework.model.Light;
import city.gewu.casework.model.Waiting;
import city.gewu.casework.store.CaseFilter.Order;
import city.gewu.casework.store.CaseListStore.Cursor;
import city.gewu.casework.store.CaseListStore.StateCount;
import city.gewu.casework.store.CaseRows.Row;
import city.gewu.casework.store.Narrowing.Mark;
import city.gewu.casework.store.Narrowing.Standing;
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
import java.util.Map;
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
    private static final Waiting NOBODY = new Waiting(List.of(), List.of(), List.of());
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
    void whatWasAskedForWaitsForWhoDecidesIt() {
        long longer = asked("EXTENSION");
        long stopped = asked("SUSPENSION");
        long dropped = asked("CANCELLATION");
        rows.add(new Row().in("HANDLING").at("HW"));
        assertThat(mine(Post.SHIFT_LEAD, "")).containsExactlyInAnyOrder(stopped, dropped);
        assertThat(mine(Post.DISPATCHER, "")).containsExactly(longer);
        assertThat(mine(Post.INTAKE_CLERK, "")).isEmpty();
    }

    private long asked(String what) {
        long id = rows.add(new Row().in("HANDLING").at("HW"));
        rows.set(id, "request = '%s', request_reason = 'rain'".formatted(what));
        return id;
    }

    private List<Long> mine(Post post, String department) {
        var waiting = Waiting.of(new Actor("account:li", "李", Set.of(post), department));
        var filter = CaseFilter.of(CaseView.MINE, CENTRE, waiting);
        var ids = ids(filter);
        assertThat(lists.countMine(filter, NOW)).isEqualTo(ids.size());
        return ids;
    }

    @Test
    void anAssistingDepartmentHasTheCaseOnItsListUntilItHasDoneItsPart() {
        long assisted = rows.add(new Row().in("HANDLING").at("HW", "SZ", "YL"));
        long done = rows.add(new Row().in("HANDLING").at("HW", "SZ"));
        rows.set(done, "assisted = array['SZ']");
        rows.add(new Row().in("TO_CLOSE").at("HW", "SZ"));
        assertThat(mine(Post.HANDLER, "SZ")).containsExactly(assisted);
        assertThat(mine(Post.HANDLER, "HW")).containsExactlyInAnyOrder(assisted, done);
    }

    @Test
    void filtersNarrowTheList() {
        long here = rows.add(new Row().of("E0102").inDistrict("420804").at("SZ"));
        rows.add(new Row().of("E0102"));
        var narrowing =
                new Narrowing(
                        "",
                        "E0102",
                        "SZ",
                        "HOTLINE",
                        2,
                        "420804",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(NOW.minus(Duration.ofDays(2))),
                        Optional.of(NOW));
        assertThat(ids(CaseView.OPEN, narrowing)).containsExactly(here);
    }

    @Test
    void aListMayBeOfThoseReportedInAPeriod() {
        rows.add(new Row().reported(NOW.minusSeconds(7200)));
        long within = rows.add(new Row().reported(NOW.minusSeconds(3600)));
        rows.add(new Row().reported(NOW));
        assertThat(ids(CaseView.ALL, between(NOW.minusSeconds(3600), NOW))).containsExactly(within);
    }

    /// The filter of a clock and the light of a line are the same rule said twice.
    @Test
    void theStandingAskedForIsTheLightShown() {
        rows.add(new Row().due(NOW.plusSeconds(7200)));
        rows.add(new Row().due(NOW.plusSeconds(60)));
        rows.add(new Row().due(NOW.minusSeconds(60)));
        rows.add(new Row().due(NOW));
        rows.add(new Row().due(NOW.plusSeconds(3600)));
        rows.add(new Row());
        rows.add(new Row().due(NOW.minusSeconds(60)).ended("CLOSED", NOW.minusSeconds(120)));
        rows.add(new Row().due(NOW.minusSeconds(60)).ended("CLOSED", NOW));
        long stopped =
                rows.add(new Row().due(NOW.minusSeconds(60)).suspended(NOW.minusSeconds(90)));
        var shown = list(CaseView.ALL, Narrowing.NONE);
        var lights =
                Map.of(
                        Standing.LATE, Light.RED,
                        Standing.DUE_SOON, Light.YELLOW,
                        Standing.IN_TIME, Light.GREEN,
                        Standing.WITHOUT_CLOCK, Light.NONE);
        lights.forEach((standing, light) ->
                assertThat(ids(CaseView.ALL, standing(standing)))
                        .as(standing.name())
                        .isNotEmpty()
                        .containsExactlyInAnyOrderElementsOf(
                                shown.stream()
                                        .filter(line -> line.id() != stopped)
                                        .filter(line -> line.times().light(NOW) == light)
                                        .map(CaseLine::id)
                                        .toList()));
        assertThat(ids(CaseView.ALL, standing(Standing.SUSPENDED))).containsExactly(stopped);
    }

    @Test
    void aListMayBeOfThoseToWhichSomethingHappened() {
        long returned = rows.add(new Row());
        long reworked = rows.add(new Row());
        long extended = rows.add(new Row());
        long asking = rows.add(new Row());
        long urged = rows.add(new Row());
        long ordered = rows.add(new Row());
        long copy = rows.add(new Row().ended("MERGED", NOW));
        long appealing = rows.add(new Row().ended("CLOSED", NOW));
        long waived = rows.add(new Row().ended("CLOSED", NOW));
        rows.set(returned, "returns = 1");
        rows.set(reworked, "failed_checks = 1");
        rows.set(extended, "extensions = 1");
        rows.set(asking, "request = 'SUSPENSION'");
        rows.set(copy, "merged_into = 1");
        rows.set(appealing, "appeal = 'LODGED'");
        rows.set(waived, "appeal = 'WAIVED', waived = true");
        rows.happened(urged, 1, "urged", NOW, "");
        rows.happened(ordered, 1, "supervision-ordered", NOW, "");

        var expected =
                Map.of(
                        Mark.RETURNED, returned,
                        Mark.REWORKED, reworked,
                        Mark.EXTENDED, extended,
                        Mark.REQUESTED, asking,
                        Mark.MERGED, copy,
                        Mark.APPEALED, appealing,
                        Mark.WAIVED, waived,
                        Mark.URGED, urged,
                        Mark.ORDERED, ordered);
        assertThat(expected).containsOnlyKeys(Mark.values());
        expected.forEach((mark, id) ->
                assertThat(ids(CaseView.ALL, marked(mark))).as(mark.name()).containsExactly(id));
    }

    @Test
    void aListMayStandByReportWhateverItsView() {
        long old = rows.add(new Row().reported(NOW.minusSeconds(300)).due(NOW.plusSeconds(9000)));
        long recent = rows.add(new Row().reported(NOW.minusSeconds(100)).due(NOW.plusSeconds(60)));
        long ended = rows.add(new Row().reported(NOW.minusSeconds(200)).ended("CLOSED", NOW));

        assertThat(ids(sorted(CaseView.OPEN, Order.NEWEST))).containsExactly(recent, old);
        assertThat(ids(sorted(CaseView.OPEN, Order.OLDEST))).containsExactly(old, recent);
        assertThat(ids(sorted(CaseView.FINISHED, Order.OLDEST))).containsExactly(ended);
        assertThat(ids(sorted(CaseView.ALL, Order.OLDEST))).containsExactly(old, ended, recent);
    }

    @Test
    void pagesOfAListByReportGoOnWhereTheyEnded() {
        var all = new ArrayList<Long>();
        for (int i = 0; i < 7; i++) {
            all.add(rows.add(new Row().reported(NOW.minusSeconds(i / 2))));
        }
        for (var order : List.of(Order.NEWEST, Order.OLDEST)) {
            var seen = new ArrayList<Long>();
            Optional<Cursor> next = Optional.empty();
            do {
                var page = lists.listCases(sorted(CaseView.OPEN, order), next, 2, NOW);
                page.rows().forEach(row -> seen.add(row.id()));
                next = page.next();
            } while (next.isPresent());
            assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
        }
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

    private static CaseFilter sorted(CaseView view, Order order) {
        return new CaseFilter(view, CENTRE, NOBODY, Narrowing.NONE, order);
    }

    private static Narrowing between(Instant since, Instant until) {
        return narrowing(
                Optional.empty(), Optional.empty(), Optional.of(since), Optional.of(until));
    }

    private static Narrowing standing(Standing standing) {
        return narrowing(
                Optional.of(standing), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Narrowing marked(Mark mark) {
        return narrowing(Optional.empty(), Optional.of(mark), Optional.empty(), Optional.empty());
    }

    private static Narrowing narrowing(
            Optional<Standing> standing,
            Optional<Mark> mark,
            Optional<Instant> since,
            Optional<Instant> until) {
        return new Narrowing("", "", "", "", 0, "", standing, mark, since, until);
    }

    private List<Long> ids(CaseView view, Narrowing narrowing) {
        return list(view, narrowing).stream().map(CaseLine::id).toList();
    }

    private List<CaseLine> list(CaseView view, Narrowing narrowing) {
        return lists.listCases(
                        new CaseFilter(view, CENTRE, NOBODY, narrowing, Order.USUAL),
                        Optional.empty(),
                        100,
                        NOW)
                .rows();
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
