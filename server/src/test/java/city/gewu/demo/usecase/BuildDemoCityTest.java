package city.gewu.demo.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import city.gewu.appraisal.Appraisal;
import city.gewu.appraisal.MarkTable.Row;
import city.gewu.casework.Casework;
import city.gewu.database.TestDatabase;
import city.gewu.database.TestModule;
import city.gewu.demo.DemoCity;
import city.gewu.demo.DemoProgress;
import city.gewu.demo.DemoProgress.Stage;
import city.gewu.demo.DemoSummary;
import city.gewu.demo.DemoSummary.FollowCode;
import city.gewu.people.People;
import city.gewu.people.Post;
import city.gewu.people.StaffFigures;
import city.gewu.people.StaffFigures.Figure;
import city.gewu.platform.RefusedException;
import city.gewu.signin.Accounts;
import city.gewu.territory.Territory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import tools.jackson.databind.json.JsonMapper;

class BuildDemoCityTest {

    /// A Monday afternoon in Jingmen.
    private static final Instant NOW = Instant.parse("2026-11-23T08:20:00Z");

    @TempDir private Path data;

    @Test
    void aCityWithProblemsInEveryStateIsBuiltAndLeftAloneAfterwards() throws IOException {
        var database = TestDatabase.fresh();
        try (var context = start(database, NOW)) {
            var summary = context.getBean(DemoCity.class).build(6, _ -> {});

            assertThat(summary.refused()).isZero();
            assertThat(summary.cases()).isBetween(2_100, 2_600);
            assertThat(summary.unitGrids()).isBetween(2_500, 4_000);
            assertThat(summary.passwords()).hasSize(70);
            assertCity(context.getBean(Territory.class));
            assertStaff(context.getBean(Accounts.class), context.getBean(People.class));
            assertFigures(context.getBean(StaffFigures.class));
            assertForce(JdbcClient.create(database));
            assertFinders(JdbcClient.create(database));
            assertSignIns(summary.signIns());
            assertFollowed(summary, JdbcClient.create(database));
            assertCases(JdbcClient.create(database), summary.cases());
            assertCallers(JdbcClient.create(database));
            assertStages(JdbcClient.create(database));
            assertLooks(JdbcClient.create(database));
            assertRanked(context.getBean(Appraisal.class));
            assertThat(
                            JdbcClient.create(database)
                                    .sql("select count(*) from evidence.publication")
                                    .query(Long.class)
                                    .single())
                    .isBetween(40L, 200L);
            assertThat(context.getBean(Casework.class).verify(_ -> {}).broken()).isZero();
        }
        try (var context = start(database, NOW.plusSeconds(86_400))) {
            var again = context.getBean(DemoCity.class).build(6, _ -> {});
            assertThat(again.cases()).isZero();
            assertThat(again.passwords()).isEmpty();
            assertThat(again.followCodes()).isEmpty();
        }
    }

    /// Every closed stage has its next one, and nobody is said to have found or missed it.
    private static void assertStages(JdbcClient db) {
        assertThat(count(db, "where origin = 'stage'")).isGreaterThan(3);
        assertThat(
                        count(
                                db,
                                "f where state = 'CLOSED' and exists (select from"
                                        + " catalogue.filing_condition c where c.category ="
                                        + " f.category and c.code = f.condition and"
                                        + " c.then_condition <> '') and not exists (select from"
                                        + " casework.case_file n where n.origin = 'stage' and"
                                        + " n.origin_id = cast(f.case_id as text))"))
                .isZero();
        assertThat(
                        db.sql(
                                        """
                                        select count(*)
                                        from points.entry e
                                        join casework.pub_follow_on f on f.case_id = e.case_id
                                        where e.person_id like 'system:%'
                                          or e.rule = 'missed'
                                        """)
                                .query(Long.class)
                                .single())
                .isZero();
    }

    /// Contractors and teams are ranked by schemes of the city's own, supervisors' teams by every
    /// line of theirs.
    private static void assertRanked(Appraisal appraisal) {
        assertThat(rows(appraisal, "contractor"))
                .hasSizeBetween(3, 4)
                .allSatisfy(row -> assertThat(row.total()).isPresent());
        assertThat(rows(appraisal, "team"))
                .filteredOn(row -> row.subject().startsWith("CJ"))
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.total()).isPresent())
                .flatMap(Row::marks)
                .allSatisfy(mark -> assertThat(mark.marks()).as(mark.indicator()).isPresent());
    }

    private static List<Row> rows(Appraisal appraisal, String kind) {
        var month = YearMonth.of(2026, 11);
        assertThat(appraisal.findVersion(kind, month)).isEqualTo(1);
        return appraisal.mark(kind, month, Optional.empty(), Optional.empty()).rows();
    }

    /// Looks were had by whoever the ledger names, some not in time and some from afar.
    private static void assertLooks(JdbcClient db) {
        assertThat(
                        db.sql(
                                        """
                                        select count(*)
                                        from casework.pub_look look
                                        where look.actor not like 'system:%'
                                          and not exists (
                                            select from patrol.task
                                            where task.case_id = look.case_id
                                              and task.person_id = look.actor
                                              and task.at = look.at)
                                        """)
                                .query(Long.class)
                                .single())
                .isLessThan(5);
        assertThat(
                        db.sql(
                                        """
                                        select count(distinct (kind, state, far))
                                        from patrol.task
                                        where state in ('DONE', 'LATE')
                                        """)
                                .query(Long.class)
                                .single())
                .isEqualTo(6);
    }

    /// Whoever called the hotline is kept under lock, and only citizens are.
    private static void assertCallers(JdbcClient db) {
        var callers =
                db.sql(
                                """
                                select
                                  f.source,
                                  count(*) as cases,
                                  count(r.record_id) as kept
                                from casework.case_file f
                                left join privacy.record r
                                  on r.kind = 'reporter'
                                  and r.subject = cast(f.case_id as text)
                                group by f.source
                                """)
                        .query((row, _) ->
                                Map.entry(
                                        row.getString("source"),
                                        row.getLong("kept") * 100 / row.getLong("cases")))
                        .list();
        assertThat(callers)
                .contains(Map.entry("HOTLINE", 100L), Map.entry("SUPERVISOR", 0L))
                .anySatisfy(caller -> {
                    assertThat(caller.getKey()).isEqualTo("CITIZEN_APP");
                    assertThat(caller.getValue()).isBetween(70L, 98L);
                });
    }

    private static void assertCity(Territory territory) {
        assertThat(territory.getCity().demo()).isTrue();
        assertThat(territory.listUnits("duty_grid")).hasSize(90);
        assertThat(territory.listUnits("district")).hasSize(3);
        var place = territory.findPlace(112.201, 31.031).orElseThrow();
        assertThat(place.units()).hasSize(6).doesNotContain("");
        assertThat(place.unit(5)).startsWith(place.unit(4));
        assertThat(place.unit(6)).startsWith(place.unit(3));
    }

    private static void assertStaff(Accounts accounts, People people) {
        var posts =
                accounts.list().stream()
                        .flatMap(account -> people.findActor(account.id()).stream())
                        .flatMap(actor -> actor.posts().stream())
                        .collect(Collectors.toSet());
        assertThat(EnumSet.complementOf(EnumSet.copyOf(posts))).containsExactly(Post.CITIZEN);
        assertThat(people.isUnder("420802001001", "CG")).isTrue();
        assertThat(people.isUnder("GSGS", "CG")).isFalse();
    }

    /// What the city reports of its force, on the day of the founding and now.
    private static void assertFigures(StaffFigures figures) {
        for (var day : List.of(LocalDate.of(2024, 1, 1), LocalDate.of(2026, 11, 23))) {
            assertThat(figures.listFigures(day))
                    .extracting(Figure::id, Figure::numerator, Figure::denominator)
                    .containsExactly(
                            tuple(StaffFigures.COMMUNITY_OFFICERS, 505L, 1L),
                            tuple(StaffFigures.FORCE_IN_GRIDS, 468L, 585L));
            assertThat(figures.listFigures(day).getLast().value()).isEqualByComparingTo("0.80");
        }
        assertThat(figures.listFigures(LocalDate.of(2023, 12, 31)).getFirst().numerator()).isZero();
    }

    private static void assertForce(JdbcClient db) {
        assertThat(
                        db.sql("select distinct post from people.posting")
                                .query((row, _) -> Post.valueOf(row.getString("post")))
                                .set())
                .containsExactlyInAnyOrder(Post.values());
        for (var post : List.of(Post.SUPERVISOR, Post.ENFORCEMENT_OFFICER)) {
            assertThat(
                            db.sql(
                                            "select count(distinct unit) from people.posting"
                                                    + " where level = 'duty_grid' and post = :post")
                                    .param("post", post.name())
                                    .query(Long.class)
                                    .single())
                    .isEqualTo(90);
        }
    }

    /// Whoever found a problem on the beat is posted to the duty grid where it lies.
    private static void assertFinders(JdbcClient db) {
        assertThat(count(db, "where source = 'SUPERVISOR'")).isGreaterThan(1_000);
        assertThat(
                        count(
                                db,
                                "where source = 'SUPERVISOR' and not exists (select from"
                                        + " people.posting where post = 'SUPERVISOR' and person_id"
                                        + " = reporter and unit = places[6])"))
                .isZero();
    }

    private static void assertSignIns(Path file) throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).contains("\"username\" : \"supervisor01\"");
    }

    /// Citizens follow a report in each state, by codes that lie where only the owner reads them.
    private static void assertFollowed(DemoSummary summary, JdbcClient db) throws IOException {
        assertThat(summary.followCodes())
                .extracting(FollowCode::stage)
                .containsExactly("received", "filed", "handling", "checking", "closed", "refused");
        var file = summary.followCodesFile();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(JsonMapper.builder().build().readTree(file.toFile()).findValuesAsString("code"))
                .containsExactlyElementsOf(
                        summary.followCodes().stream().map(FollowCode::code).toList());
        assertThat(
                        db.sql(
                                        """
                                        select f.state
                                        from engagement.report r
                                        join casework.case_file f on f.case_id = r.case_id
                                        where f.origin = 'live:citizen'
                                        order by r.report_id
                                        """)
                                .query(String.class)
                                .list())
                .containsExactly(
                        "REPORTED",
                        "TO_DISPATCH",
                        "HANDLING",
                        "CHECKING",
                        "CLOSED",
                        "REFUSED_ACCEPTANCE");
        assertThat(
                        db.sql(
                                        """
                                        select concat_ws(
                                          ' ',
                                          cardinality(f.photos_before),
                                          cardinality(f.photos_after),
                                          (
                                            select count(*)
                                            from evidence.publication p
                                            where p.case_id = f.case_id),
                                          (
                                            select count(*) = count(distinct e.at) and max(e.at) < :now
                                            from casework.case_event e
                                            where e.case_id = f.case_id))
                                        from engagement.report r
                                        join casework.case_file f on f.case_id = r.case_id
                                        order by r.report_id
                                        """)
                                .param("now", NOW.atOffset(ZoneOffset.UTC))
                                .query(String.class)
                                .list())
                .as("photos before, after and put out, and whether the steps lie apart")
                .containsExactly("1 0 0 t", "1 0 1 t", "1 0 1 t", "1 1 2 t", "1 1 2 t", "1 0 0 t");
    }

    private static void assertCases(JdbcClient db, int cases) {
        Map<String, Long> states =
                db
                        .sql("select state, count(*) as n from casework.case_file group by state")
                        .query((row, _) -> Map.entry(row.getString("state"), row.getLong("n")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(states.keySet())
                .contains(
                        "REPORTED",
                        "VERIFYING",
                        "ACCEPTED",
                        "TO_DISPATCH",
                        "DISPATCHED",
                        "HANDLING",
                        "HANDLED",
                        "CHECKING",
                        "TO_CLOSE",
                        "CLOSED",
                        "FIXED_ON_SPOT",
                        "REFUSED_ACCEPTANCE",
                        "CANCELLED");
        assertThat((double) states.getOrDefault("FIXED_ON_SPOT", 0L) / cases)
                .isCloseTo(0.39, within(0.035));
        assertThat(count(db, "where ended_at is null and due_at < '2026-11-23T08:20:00Z'"))
                .isPositive();
        assertThat(
                        count(
                                db,
                                "where ended_at is null and due_at between '2026-11-23T08:20:00Z'"
                                        + " and '2026-11-23T12:00:00Z'"))
                .isPositive();
        assertThat(count(db, "where ended_at > due_at and state = 'CLOSED'")).isPositive();
        assertThat(count(db, "where longitude is not null and '' = any (places)")).isZero();
    }

    private static long count(JdbcClient db, String where) {
        return db.sql("select count(*) from casework.case_file " + where)
                .query(Long.class)
                .single();
    }

    @Test
    void aBuildThatWasCutOffGoesOnAndEndsTheSame() {
        var whole = TestDatabase.fresh();
        try (var context = start(whole, NOW)) {
            context.getBean(DemoCity.class).build(2, _ -> {});
        }
        var cutOff = TestDatabase.fresh();
        try (var context = start(cutOff, NOW)) {
            assertThatExceptionOfType(CutOff.class)
                    .isThrownBy(() ->
                            context.getBean(DemoCity.class)
                                    .build(2, BuildDemoCityTest::cutAtFirstDay));
        }
        try (var context = start(cutOff, NOW.plusSeconds(7_200))) {
            assertThat(context.getBean(DemoCity.class).build(2, _ -> {}).refused()).isZero();
        }
        assertThat(stories(JdbcClient.create(cutOff))).isEqualTo(stories(JdbcClient.create(whole)));
    }

    private static void cutAtFirstDay(DemoProgress progress) {
        if (progress.stage() == Stage.CASES) {
            throw new CutOff();
        }
    }

    private static List<String> stories(JdbcClient db) {
        return new ArrayList<>(
                db.sql(
                                "select concat_ws(' ', origin_id, state, version, due_at, address)"
                                        + " from casework.case_file order by origin_id")
                        .query(String.class)
                        .list());
    }

    private static final class CutOff extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void anotherCityIsNotOverwritten() {
        try (var context = start(TestDatabase.fresh(), NOW)) {
            context.getBean(Territory.class).defineCity(CityFile.read().city());
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> context.getBean(DemoCity.class).build(2, _ -> {}))
                    .satisfies(e -> assertThat(e.refusal().code()).isEqualTo("demo.city-in-use"));
        }
    }

    private AnnotationConfigApplicationContext start(DataSource database, Instant now) {
        return TestModule.start(
                new DelegatingDataSource(database),
                Clock.fixed(now, ZoneOffset.UTC),
                context ->
                        context.getEnvironment()
                                .getPropertySources()
                                .addFirst(
                                        new MapPropertySource(
                                                "test", Map.of("gewu.data", data.toString()))),
                Stream.concat(
                                Stream.of(TestModule.packagesWithAllTheyKnow("demo")),
                                Stream.of("city.gewu.messaging.channel"))
                        .toArray(String[]::new));
    }
}
