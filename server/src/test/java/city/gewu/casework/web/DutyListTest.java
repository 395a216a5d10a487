package city.gewu.casework.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.casework.CaseId;
import city.gewu.casework.CityFixture;
import city.gewu.casework.Routing;
import city.gewu.casework.Routing.Ground;
import city.gewu.casework.Routing.Office;
import city.gewu.casework.Routing.Rule;
import city.gewu.casework.usecase.CityDutyList;
import city.gewu.casework.usecase.CityDutyList.Start;
import city.gewu.component.Components;
import city.gewu.database.TestDatabase;
import city.gewu.people.Actor;
import city.gewu.platform.web.Controllers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Who is to handle what, as the centre keeps it: put in force, asked, tried, brought as a file.
class DutyListTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// Streets have offices; the town of the fixture is divided at 112.2 degrees east.
    private static final Routing STREETS =
            new Routing(
                    List.of(new Rule(1, "", "street")),
                    List.of(
                            new Office(1, "street", "S1", "roads"),
                            new Office(2, "street", "S2", "parks")));

    private static final Routing OWNERS =
            new Routing(
                    List.of(new Rule(1, "", "street"), new Rule(2, "E0113", "owner")),
                    STREETS.offices());

    private final SmallCity city = new SmallCity();
    private AnnotationConfigApplicationContext context;
    private CityDutyList duties;
    private MockMvcTester http;
    private Actor who = CityFixture.SHIFT_LEAD;

    @BeforeEach
    void open() {
        context = city.open(TestDatabase.fresh(), "city.gewu.component");
        duties = context.getBean(CityDutyList.class);
        http =
                Controllers.signedIn(
                        () -> who,
                        context.getBean(CaseController.class),
                        context.getBean(CommandController.class),
                        context.getBean(RoutingController.class));
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void beforeTheFirstListNobodyIsProposed() {
        var id = report(112.1);
        assertThat(duties.routeCase(id, who).ground()).isEqualTo(Ground.NONE);
    }

    @Test
    void theOfficeOfTheStreetIsProposedAndTheOwnerOfAComponentBeforeIt() {
        putInForce(STREETS, 0);
        var west = report(112.1);
        var east = report(112.3);
        assertThat(duties.routeCase(west, who).department()).isEqualTo("roads");
        assertThat(duties.routeCase(east, who).department()).isEqualTo("parks");

        component(112.1, "parks");
        putInForce(OWNERS, 1);
        var byOwner = duties.routeCase(west, who);
        assertThat(byOwner.department()).isEqualTo("parks");
        assertThat(byOwner.ground()).isEqualTo(Ground.OWNER);
        var nobodys = duties.routeCase(east, who);
        assertThat(nobodys.department()).isEqualTo("parks");
        assertThat(nobodys.ground()).isEqualTo(Ground.TERRITORY);
        assertThat(nobodys.passed()).extracting(Rule::duty).containsExactly("owner");
    }

    @Test
    void aListIsTriedOnTheCasesOfAMonthBeforeItIsInForce() {
        putInForce(STREETS, 0);
        component(112.1, "parks");
        dispatch(report(112.1), "roads");
        dispatch(report(112.3), "parks");

        var tried = duties.simulate(OWNERS, YearMonth.of(2026, 3), who).rerouting().orElseThrow();

        assertThat(tried.cases()).isEqualTo(2);
        assertThat(tried.moved()).isEqualTo(1);
        assertThat(tried.agreedBefore()).isEqualTo(2);
        assertThat(tried.agreedAfter()).isEqualTo(1);
        assertThat(duties.getRouting()).isEqualTo(STREETS);
        assertThat(
                        duties.simulate(OWNERS, YearMonth.of(2026, 2), who)
                                .rerouting()
                                .orElseThrow()
                                .cases())
                .isZero();
    }

    @Test
    void aListThatNamesWhatTheCityHasNotIsTriedOnNothingAndNotPutInForce() {
        var wrong =
                new Routing(
                        List.of(new Rule(1, "", "street"), new Rule(2, "X9", "nobody")),
                        STREETS.offices());
        var tried = duties.simulate(wrong, YearMonth.of(2026, 3), who);
        assertThat(tried.findings()).hasSize(2);
        assertThat(tried.rerouting()).isEmpty();
        assertThat(CityFixture.refused(() -> putInForce(wrong, 0)).refusal().code())
                .isEqualTo("casework.bad-routing");
        assertThat(duties.listVersions()).isEmpty();
    }

    @Test
    void whoWorkedOnAnOlderListIsToldThatAnotherIsThere() {
        putInForce(STREETS, 0);
        assertThat(CityFixture.refused(() -> putInForce(OWNERS, 0)).refusal().code())
                .isEqualTo("casework.stale-routing");
        assertThat(
                        CityFixture.refused(() -> duties.putInForce(OWNERS, 1, " ", who))
                                .refusal()
                                .code())
                .isEqualTo("casework.missing-reason");
    }

    @Test
    void aListOfALaterDayComesIntoForceByItself() {
        putInForce(STREETS, 0);
        var day = LocalDate.parse("2026-03-04");
        assertThat(duties.putInForce(OWNERS, new Start(1, Optional.of(day)), "新清单", who))
                .isEqualTo(2);
        assertThat(duties.getRouting()).isEqualTo(STREETS);
        assertThat(duties.getNumberInForce()).isEqualTo(1);
        // It is 09:00 in the town; the day begins in thirty-nine hours.
        city.pass(Duration.ofHours(39).minusSeconds(1));
        assertThat(duties.getRouting()).isEqualTo(STREETS);
        city.pass(Duration.ofSeconds(1));
        assertThat(duties.getRouting()).isEqualTo(OWNERS);
        assertThat(duties.getNumberInForce()).isEqualTo(2);
    }

    @Test
    void aListPutInForceMeanwhileStandsAboveTheOneThatWasToCome() {
        putInForce(STREETS, 0);
        var day = LocalDate.parse("2026-03-04");
        duties.putInForce(OWNERS, new Start(1, Optional.of(day)), "新清单", who);
        assertThat(CityFixture.refused(() -> putInForce(STREETS, 1)).refusal().code())
                .as("its author has not seen the one to come")
                .isEqualTo("casework.stale-routing");
        putInForce(STREETS, 2);
        city.pass(Duration.ofDays(10));
        assertThat(duties.getNumberInForce()).isEqualTo(3);
        assertThat(duties.getRouting()).isEqualTo(STREETS);
    }

    @Test
    void aDayThatHasBegunIsNoDayToBegin() {
        var today = new Start(0, Optional.of(LocalDate.parse("2026-03-02")));
        assertThat(
                        CityFixture.refused(() -> duties.putInForce(STREETS, today, "今天", who))
                                .refusal()
                                .code())
                .isEqualTo("casework.bad-routing-day");
    }

    @Test
    void theListGoesOutAsAFileAndComesBackTheSame() {
        putInForce(OWNERS, 0);
        var file = http.get().uri("/api/routing/1/list.csv").exchange();
        assertThat(file)
                .hasStatusOk()
                .hasHeader("Content-Disposition", "attachment; filename=\"duty-list-1.csv\"");
        String csv = text(file);
        assertThat(csv)
                .contains("part,category,duty,unit,department")
                .contains("office,,street,S1,roads");

        var read = post("/api/routing/files", JSON.writeValueAsString(new Csv(csv)));

        assertThat(read).hasStatusOk();
        assertThat(json(read)).isEqualTo(json(http.get().uri("/api/routing/1").exchange()));
        assertThat(
                        post(
                                "/api/routing/files",
                                "{\"csv\":\"part,category,duty,unit,department\\nmayor,,x,,\\n\"}"))
                .hasStatus(422)
                .bodyText()
                .contains("casework.bad-routing-file")
                .contains("line (2)");
        assertThat(post("/api/routing/files", "{\"csv\":\"code,name\\n1,2\\n\"}")).hasStatus(422);
        assertThat(http.get().uri("/api/routing/7/list.csv")).hasStatus(404);
    }

    @Test
    void thePageIsToldWhichListIsInForceAndWhichIsToCome() {
        putInForce(STREETS, 0);
        String list =
                JSON.writeValueAsString(
                        json(http.get().uri("/api/routing").exchange()).get("list"));
        var answer =
                post(
                        "/api/routing",
                        "{\"list\":%s,\"basedOn\":1,\"reason\":\"下月起\",\"day\":\"2026-04-01\"}"
                                .formatted(list));
        assertThat(answer).hasStatusOk();
        var body = json(answer);
        assertThat(body.get("number").asInt()).isEqualTo(1);
        assertThat(body.get("newest").asInt()).isEqualTo(2);
        assertThat(body.get("versions").get(0).get("since").asString())
                .isEqualTo("2026-03-31T16:00:00Z");
    }

    private record Csv(String csv) {}

    private void putInForce(Routing routing, int basedOn) {
        duties.putInForce(routing, basedOn, "清单", who);
    }

    private void component(double longitude, String owner) {
        JdbcClient.create(context.getBean(DataSource.class))
                .sql(
                        """
                        insert into component.component
                          (code, category, name, department, longitude, latitude, state, changed_at)
                        values ('4208020113000001', 'E0113', 'x', :owner, :longitude, 31.01, 'IN_USE', now())
                        """)
                .param("owner", owner)
                .param("longitude", longitude)
                .update();
        assertThat(context.getBean(Components.class).listNear(longitude, 31.01, 5, "")).hasSize(1);
    }

    private CaseId report(double longitude) {
        var before = who;
        who = CityFixture.SUPERVISOR;
        var sent =
                http.post()
                        .uri("/api/cases")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                """
                                {"source":"SUPERVISOR","category":"E0113","condition":"1",
                                 "description":"路面破损","address":"象山大道","position":[%s,31.01],
                                 "photos":[]}
                                """
                                        .formatted(longitude))
                        .exchange();
        assertThat(sent).hasStatus(201);
        who = before;
        return new CaseId(json(sent).get("id").asLong());
    }

    private void dispatch(CaseId id, String department) {
        give(CityFixture.CLERK, id, 1, "accept", "");
        give(CityFixture.SHIFT_LEAD, id, 2, "file", ",\"category\":\"E0113\",\"condition\":\"1\"");
        give(
                CityFixture.DISPATCHER,
                id,
                3,
                "dispatch",
                ",\"department\":\"%s\",\"assisting\":[]".formatted(department));
    }

    private void give(Actor actor, CaseId id, int version, String command, String more) {
        var before = who;
        who = actor;
        assertThat(
                        http.post()
                                .uri("/api/cases/%d/commands".formatted(id.value()))
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        "{\"command\":\"%s\",\"version\":%d%s}"
                                                .formatted(command, version, more)))
                .hasStatusOk();
        who = before;
    }

    private MvcTestResult post(String address, String body) {
        return http.post()
                .uri(address)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static JsonNode json(MvcTestResult result) {
        return JSON.readTree(text(result));
    }
}
