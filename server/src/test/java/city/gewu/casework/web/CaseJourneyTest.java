package city.gewu.casework.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.casework.CaseCommand;
import city.gewu.casework.Casework;
import city.gewu.casework.CityFixture;
import city.gewu.casework.model.CaseState;
import city.gewu.casework.model.CaseView;
import city.gewu.casework.model.CommandName;
import city.gewu.database.TestDatabase;
import city.gewu.people.Actor;
import city.gewu.platform.web.Controllers;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A case over HTTP, as the people of the centre and of a department live it.
class CaseJourneyTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LAMP =
            """
            {"source":"SUPERVISOR","category":"E0113","condition":"1",
             "description":"象山大道路灯不亮","address":"象山大道12号","position":[112.2035,31.0312],
             "photos":[]}
            """;
    private static final String PHOTO = "ab".repeat(32);

    private final SmallCity city = new SmallCity();
    private AnnotationConfigApplicationContext context;
    private MockMvcTester http;
    private Actor who = CityFixture.SUPERVISOR;

    @BeforeEach
    void open() {
        context = city.open(TestDatabase.fresh());
        http =
                Controllers.signedIn(
                        () -> who,
                        context.getBean(CaseController.class),
                        context.getBean(CommandController.class),
                        context.getBean(SealController.class));
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void aCaseGoesFromTheReportToItsClosing() {
        var reported = reported();
        long id = reported.get("id").asLong();
        assertThat(reported.get("caseNo").asString()).startsWith("JM20260302");

        as(CityFixture.CLERK).gives(id, 1, "accept", "");
        as(CityFixture.SHIFT_LEAD)
                .gives(id, 2, "file", ",\"category\":\"E0113\",\"condition\":\"1\"");
        as(CityFixture.DISPATCHER)
                .gives(id, 3, "dispatch", ",\"department\":\"roads\",\"assisting\":[\"parks\"]");

        who = CityFixture.HANDLER;
        var dispatched = json(http.get().uri("/api/cases/" + id).exchange());
        assertThat(dispatched.get("deadline").get("dueAt").asString())
                .isEqualTo("2026-03-02T05:00:00Z");
        assertThat(dispatched.get("deadline").get("limit").get("amount").asInt()).isEqualTo(4);
        assertThat(dispatched.get("departmentName").get("zh").asString()).isEqualTo("roads");
        assertThat(dispatched.get("conditionName").get("zh").asString()).isEqualTo("破损");
        assertThat(dispatched.get("place").get(1).get("name").get("en").asString()).isEqualTo("S2");
        assertThat(dispatched.get("commands").findValuesAsString("command"))
                .contains("take-up", "return-to-dispatcher")
                .doesNotContain("close");

        gives(id, 4, "take-up", "");
        as(CityFixture.GARDENER).gives(id, 5, "report-assisted", ",\"department\":\"parks\"");
        as(CityFixture.HANDLER)
                .gives(id, 6, "report-handled", ",\"note\":\"换灯泡\",\"after\":[\"" + PHOTO + "\"]");
        as(CityFixture.CLERK).gives(id, 7, "request-check", "");
        as(CityFixture.CHECKER).gives(id, 8, "pass-check", ",\"photos\":[\"" + PHOTO + "\"]");
        as(CityFixture.SHIFT_LEAD).gives(id, 9, "close", "");

        var closed = json(http.get().uri("/api/cases/" + id).exchange());
        assertThat(closed.get("state").asString()).isEqualTo("CLOSED");
        assertThat(closed.get("light").asString()).isEqualTo("green");
        assertThat(closed.get("photos").get("after").get(0).asString()).isEqualTo(PHOTO);
        assertThat(closed.get("timeline").findValuesAsString("kind"))
                .startsWith("reported", "accepted", "filed", "dispatched")
                .endsWith("closed");
        assertThat(closed.get("timeline").findValuesAsString("actorName"))
                .startsWith("supervisor", "clerk", "lead", "dispatcher");
        assertThat(closed.get("timeline").get(3).get("details").get("department").asString())
                .isEqualTo("roads");
        assertThat(http.get().uri("/api/cases/" + id).exchange()).hasHeader("ETag", "\"10\"");
    }

    @Test
    void theStagesOfALimitLeadToEachOther() {
        long id = reported().get("id").asLong();
        as(CityFixture.CLERK).gives(id, 1, "accept", "");
        as(CityFixture.SHIFT_LEAD)
                .gives(id, 2, "file", ",\"category\":\"E0113\",\"condition\":\"2\"");
        as(CityFixture.DISPATCHER)
                .gives(id, 3, "dispatch", ",\"department\":\"roads\",\"assisting\":[]");
        as(CityFixture.HANDLER).gives(id, 4, "take-up", "");
        gives(id, 5, "report-handled", ",\"note\":\"围好\",\"after\":[\"" + PHOTO + "\"]");
        as(CityFixture.CLERK).gives(id, 6, "request-check", "");
        as(CityFixture.CHECKER).gives(id, 7, "pass-check", ",\"photos\":[\"" + PHOTO + "\"]");
        as(CityFixture.SHIFT_LEAD).gives(id, 8, "close", "");

        var first = json(http.get().uri("/api/cases/" + id).exchange());
        var after = first.get("stageAfter");
        assertThat(first.path("stageBefore").isObject()).isFalse();
        assertThat(after.get("state").asString()).isEqualTo("DISPATCHED");
        assertThat(after.get("limit").get("amount").asInt()).isEqualTo(9);
        assertThat(after.get("condition").get("zh").asString()).isEqualTo("已围护，尚未回填");
        long next = after.get("id").asLong();
        assertThat(http.get().uri("/api/cases/" + id).exchange()).hasHeader("ETag", "\"9.4\"");

        var second = json(http.get().uri("/api/cases/" + next).exchange());
        assertThat(second.path("stageAfter").isObject()).isFalse();
        assertThat(second.get("stageBefore").get("id").asLong()).isEqualTo(id);
        assertThat(second.get("stageBefore").get("state").asString()).isEqualTo("CLOSED");
        assertThat(second.get("stageBefore").get("limit").get("amount").asInt()).isEqualTo(2);
        assertThat(second.get("description").asString())
                .contains(first.get("caseNo").asString(), "已回填");
        as(CityFixture.HANDLER).gives(next, 4, "take-up", "");
    }

    @Test
    void whatTheCategoryAsksIsAnsweredShownAndHeldByTheChain() {
        var answered = LAMP.replace("\"photos\"", "\"answers\":%s,\"photos\"");
        var sent = report(answered.formatted("{\"depth\":\"12.5\",\"where\":\"lane\"}"));
        assertThat(sent).hasStatus(201);
        long id = json(sent).get("id").asLong();
        who = CityFixture.DISPATCHER;
        var shown = json(http.get().uri("/api/cases/" + id).exchange()).get("answers");
        assertThat(shown.findValuesAsString("code")).containsExactly("depth", "where");
        assertThat(shown.get(0).get("question").get("en").asString()).isEqualTo("How deep, in cm?");
        assertThat(shown.get(0).get("answer").get("zh").asString()).isEqualTo("12.5");
        assertThat(shown.get(1).get("answer").get("zh").asString()).isEqualTo("车道");

        var casework = context.getBean(Casework.class);
        assertThat(casework.verify(_ -> {}).broken()).isZero();
        context.getBean(JdbcTemplate.class)
                .update(
                        "update casework.case_event set details = replace(details, '12.5', '2.5')"
                                + " where case_id = ?",
                        id);
        assertThat(casework.verify(_ -> {}).broken()).isPositive();
    }

    @Test
    void anAnswerThatDoesNotFitIsRefusedAndOnlyWhoAsksMustHaveAll() {
        var answered = LAMP.replace("\"photos\"", "\"answers\":%s,\"photos\"");
        assertRefused(report(answered.formatted("{}")), 422, "casework.missing-form-answer");
        assertRefused(
                report(answered.formatted("{\"depth\":\"deep\"}")),
                422,
                "casework.bad-form-answer");
        assertRefused(
                report(answered.formatted("{\"depth\":\"1\",\"where\":\"roof\"}")),
                422,
                "casework.bad-form-answer");
        assertRefused(
                report(answered.formatted("{\"depth\":\"1\",\"colour\":\"red\"}")),
                404,
                "casework.unknown-question");
        assertThat(report(LAMP)).hasStatus(201);
    }

    private MvcTestResult report(String json) {
        who = CityFixture.SUPERVISOR;
        return report(UUID.randomUUID().toString(), json);
    }

    @Test
    void aReportSentTwiceIsOneCase() {
        String key = UUID.randomUUID().toString();
        var first = report(key, LAMP);
        var second = report(key, LAMP);
        assertThat(first).hasStatus(201);
        assertThat(second).hasStatus(201);
        assertThat(json(second)).isEqualTo(json(first));
        assertThat(list("all").get("items")).hasSize(1);
    }

    @Test
    void anotherReportUnderAnOldKeyIsRefused() {
        String key = UUID.randomUUID().toString();
        report(key, LAMP);
        assertRefused(
                report(key, LAMP.replace("12号", "13号")), 409, "casework.idempotency-mismatch");
        who = CityFixture.CLERK;
        assertRefused(report(key, LAMP), 409, "casework.idempotency-mismatch");
    }

    @Test
    void aRefusedReportMayBeCorrectedUnderTheSameKey() {
        String key = UUID.randomUUID().toString();
        assertRefused(
                report(key, LAMP.replace("E0113", "C9999")), 404, "casework.unknown-category");
        assertThat(report(key, LAMP)).hasStatus(201);
    }

    @Test
    void aReportWithoutAKeyOrWithoutWordsIsRefused() {
        assertRefused(
                http.post()
                        .uri("/api/cases")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(LAMP)
                        .exchange(),
                422,
                "casework.missing-idempotency-key");
        assertThat(report(UUID.randomUUID().toString(), LAMP.replace("象山大道路灯不亮", " ")))
                .hasStatus(400);
    }

    @Test
    void aCommandOnAnOldVersionIsStale() {
        long id = reported().get("id").asLong();
        as(CityFixture.CLERK).gives(id, 1, "accept", "");
        assertRefused(
                command(id, 1, "refuse-acceptance", ",\"ground\":\"UNCLEAR\",\"answer\":\"x\""),
                409,
                "casework.stale");
    }

    @Test
    void aCommandSentTwiceUnderOneKeyIsCarriedOutOnce() {
        long id = reported().get("id").asLong();
        who = CityFixture.CLERK;
        String key = UUID.randomUUID().toString();
        var first = command(id, 1, "accept", "", key);
        var second = command(id, 1, "accept", "", key);
        assertThat(json(first).get("version").asInt()).isEqualTo(2);
        assertThat(json(second)).isEqualTo(json(first));
    }

    @Test
    void aHandlerMayNotSeeTheCaseOfAnotherDepartment() {
        long id = reported().get("id").asLong();
        as(CityFixture.CLERK).gives(id, 1, "accept", "");
        as(CityFixture.SHIFT_LEAD)
                .gives(id, 2, "file", ",\"category\":\"E0113\",\"condition\":\"1\"");
        as(CityFixture.DISPATCHER).gives(id, 3, "dispatch", ",\"department\":\"roads\"");

        who = CityFixture.GARDENER;
        assertRefused(http.get().uri("/api/cases/" + id).exchange(), 404, "casework.not-found");
        assertRefused(command(id, 4, "take-up", ""), 404, "casework.not-found");
        assertThat(list("all").get("items")).isEmpty();
        who = CityFixture.HANDLER;
        assertThat(list("mine").get("items")).hasSize(1);
    }

    @Test
    void theListFindsChineseWordsAndTurnsRedWithTime() {
        long id = reported().get("id").asLong();
        as(CityFixture.CLERK).gives(id, 1, "accept", "");
        as(CityFixture.SHIFT_LEAD)
                .gives(id, 2, "file", ",\"category\":\"E0113\",\"condition\":\"1\"");
        as(CityFixture.DISPATCHER).gives(id, 3, "dispatch", ",\"department\":\"roads\"");
        assertThat(list("open&q=路灯").get("items")).hasSize(1);
        assertThat(list("open&q=井盖").get("items")).isEmpty();
        assertThat(list("open&level=street&unit=S2").get("items")).hasSize(1);
        assertThat(list("open").get("items").get(0).get("light").asString()).isEqualTo("green");

        city.pass(Duration.ofMinutes(200));
        assertThat(list("open").get("items").get(0).get("light").asString()).isEqualTo("yellow");
        city.pass(Duration.ofHours(1));
        assertThat(list("overdue").get("items").get(0).get("light").asString()).isEqualTo("red");
        var counts = json(http.get().uri("/api/cases/counts").exchange());
        assertThat(counts.get("views").get("overdue").asInt()).isEqualTo(1);
        assertThat(counts.get("views").get("handling").asInt()).isEqualTo(1);
        assertThat(counts.get("lights").get("red").asInt()).isEqualTo(1);
    }

    @Test
    void pagesFollowTheirCursor() {
        for (int i = 0; i < 5; i++) {
            reported();
        }
        var first = list("open&limit=3");
        var rest = list("open&limit=3&cursor=" + first.get("next").asString());
        assertThat(first.get("items")).hasSize(3);
        assertThat(rest.get("items")).hasSize(2);
        assertThat(rest.path("next").asString("")).isEmpty();
        assertThat(http.get().uri("/api/cases?cursor=nonsense").exchange()).hasStatus(400);
        assertRefused(
                http.get().uri("/api/cases?view=nonsense").exchange(),
                404,
                "casework.unknown-view");
    }

    @Test
    void everyCommandThatMayBeListedIsUnderstood() {
        var said = List.of("raise-deadline", "tell-lead-ended");
        var understood =
                Arrays.stream(CaseCommand.class.getPermittedSubclasses())
                        .map(CommandName::of)
                        .filter(name -> !said.contains(name))
                        .toList();
        long id = reported().get("id").asLong();
        for (String command : understood) {
            var answer = JSON.readTree(body(command(id, 1, command, filled())));
            assertThat(answer.path("code").asString(""))
                    .as(command)
                    .isNotIn("casework.unknown-command", "casework.missing-field", "internal");
        }
        for (String command : said) {
            assertRefused(command(id, 1, command, ""), 404, "casework.unknown-command");
        }
    }

    @Test
    void everyOpenStateStandsInOneStageOfTheDesk() {
        var stages =
                Arrays.stream(CaseView.values()).flatMap(view -> view.states().stream()).toList();
        assertThat(stages)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        leaves(CaseState.class)
                                .filter(leaf -> !CaseState.Finished.class.isAssignableFrom(leaf))
                                .map(leaf ->
                                        CommandName.of(leaf)
                                                .replace('-', '_')
                                                .toUpperCase(Locale.ROOT))
                                .toList());
    }

    @Test
    void sealsAreOpenToEverybody() {
        assertThat(http.get().uri("/open/seals?from=2026-01-01&to=2026-12-31").exchange())
                .hasStatusOk()
                .bodyText()
                .isEqualTo("[]");
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        var parts = type.getPermittedSubclasses();
        return parts == null ? Stream.of(type) : Arrays.stream(parts).flatMap(part -> leaves(part));
    }

    /// Every field any command asks for.
    private static String filled() {
        return """
        ,"reason":"r","ground":"UNCLEAR","answer":"a","note":"n","message":"m","record":"r","department":"roads","handler":"handler","into":1,
        "category":"E0113","confirmed":true,"waived":true,"reviewOn":"2026-04-01",
        "limit":{"amount":4,"unit":"WORK_HOUR"},"after":["%s"],"photos":["%s"]\
        """
                .formatted(PHOTO, PHOTO);
    }

    private CaseJourneyTest as(Actor actor) {
        who = actor;
        return this;
    }

    private JsonNode reported() {
        who = CityFixture.SUPERVISOR;
        var answer = report(UUID.randomUUID().toString(), LAMP);
        assertThat(answer).hasStatus(201);
        return json(answer);
    }

    private MvcTestResult report(String key, String body) {
        return http.post()
                .uri("/api/cases")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private void gives(long id, int version, String command, String fields) {
        var answer = command(id, version, command, fields);
        assertThat(answer).as(command + ": " + body(answer)).hasStatusOk();
        assertThat(json(answer).get("version").asInt()).isEqualTo(version + 1);
    }

    private MvcTestResult command(long id, int version, String command, String fields) {
        return command(id, version, command, fields, UUID.randomUUID().toString());
    }

    private MvcTestResult command(long id, int version, String command, String fields, String key) {
        return http.post()
                .uri("/api/cases/%d/commands".formatted(id))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                        "{\"command\":\"%s\",\"version\":%d%s}".formatted(command, version, fields))
                .exchange();
    }

    private JsonNode list(String view) {
        return json(http.get().uri("/api/cases?view=" + view).exchange());
    }

    private static void assertRefused(MvcTestResult answer, int status, String code) {
        assertThat(answer).hasStatus(status);
        assertThat(JSON.readTree(body(answer)).get("code").asString()).isEqualTo(code);
    }

    private static JsonNode json(MvcTestResult answer) {
        assertThat(answer).as(body(answer)).hasStatus2xxSuccessful();
        return JSON.readTree(body(answer));
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
