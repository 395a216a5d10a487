package city.gewu.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.TestServer;
import city.gewu.TestServer.Browser;
import city.gewu.catalogue.Catalogue;
import city.gewu.database.TestDatabase;
import city.gewu.people.Post;
import city.gewu.worktime.Worktime;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The city's setting over HTTP: a limit tried and changed, a holiday laid down, each in the log.
class SchemeOverHttpTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path EXAMPLE = Path.of("../examples/jingmen");

    private static TestServer server;
    private static Browser administrator;
    private static Browser lead;
    private static Browser auditor;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start(TestDatabase.freshProperties());
        try (var csv = Files.newInputStream(EXAMPLE.resolve("catalogue.csv"));
                var yaml = Files.newInputStream(EXAMPLE.resolve("calendar.yaml"))) {
            server.bean(Catalogue.class).importScheme("first", "catalogue.csv", csv);
            server.bean(Worktime.class).importCalendar("calendar.yaml", yaml);
        }
        administrator = server.signedIn("admin", Post.SYSTEM_ADMINISTRATOR);
        lead = server.signedIn("lead", Post.SHIFT_LEAD);
        auditor = server.signedIn("auditor", Post.AUDIT_ADMINISTRATOR);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aLimitIsTriedChangedComparedAndPutInForceWithAReasonInTheLog() throws Exception {
        var trial =
                sent(
                        administrator,
                        "POST",
                        "/api/catalogue/trials",
                        """
                        {"at":"2026-09-30T09:00:00Z","limit":{"amount":1,"unit":"WORK_DAY"}}
                        """);
        // 17:00 on the eve of the holidays; worked again on Thursday the eighth.
        assertThat(trial.get("dueAt").asString()).isEqualTo("2026-10-08T09:00:00Z");
        assertThat(trial.get("calendar").asString()).isNotEmpty();

        var draft = (ObjectNode) read(administrator, "/api/catalogue/draft");
        var categories = (ArrayNode) draft.get("categories");
        ((ObjectNode) categories.get(0).get("conditions").get(0).get("limit")).put("amount", 9);
        var changed =
                sent(
                        administrator,
                        "PUT",
                        "/api/catalogue/draft",
                        "{\"edition\":0,\"categories\":%s}".formatted(categories));
        assertThat(changed.get("changes")).hasSize(1);
        assertThat(changed.get("changes").get(0).get("code").asString()).isEqualTo("C0101");
        assertThat(changed.get("changes").get(0).get("open").asInt()).isZero();

        var refused =
                administrator.send(
                        "POST",
                        "/api/catalogue/schemes",
                        "{\"edition\":1,\"basedOn\":0,\"reason\":\"雨季\"}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("catalogue.stale-draft");

        var laid =
                sent(
                        administrator,
                        "POST",
                        "/api/catalogue/schemes",
                        "{\"edition\":1,\"basedOn\":1,\"reason\":\"雨季\"}");
        assertThat(laid.get("laidDown").get(0).get("standing").asString()).isEqualTo("IN_FORCE");
        assertThat(laid.get("laidDown").get(0).get("author").asString()).isEqualTo("admin");
        assertThat(server.bean(Catalogue.class).findCategory("C0101").orElseThrow().conditions())
                .first()
                .satisfies(condition -> assertThat(condition.limit().amount()).isEqualTo(9));
        assertThat(auditor.get("/api/audit?action=catalogue.schemes.create").body()).contains("雨季");
    }

    @Test
    void aHolidayIsCheckedAndLaidDownWithAReasonInTheLog() throws Exception {
        var known = read(administrator, "/api/calendars");
        var calendar = (ObjectNode) known.get("calendar");
        ((ArrayNode) calendar.get("holidays")).add("2027-12-30");
        var checked =
                sent(
                        administrator,
                        "POST",
                        "/api/calendars/checks",
                        "{\"calendar\":%s,\"year\":2027}".formatted(calendar));
        assertThat(checked.get("changed").asInt()).isOne();
        var laid =
                sent(
                        administrator,
                        "POST",
                        "/api/calendars",
                        "{\"calendar\":%s,\"basedOn\":%d,\"reason\":\"放假通知\"}"
                                .formatted(calendar, known.get("last").asLong()));
        assertThat(laid.get("calendar").get("holidays").toString()).contains("2027-12-30");
        assertThat(auditor.get("/api/audit?action=calendars.create").body()).contains("放假通知");
    }

    @Test
    void whoDoesNotSetTheCityUpIsRefused() throws Exception {
        assertThat(lead.get("/api/catalogue/draft").statusCode()).isEqualTo(403);
        assertThat(lead.get("/api/calendars").statusCode()).isEqualTo(403);
        assertThat(
                        lead.send(
                                        "POST",
                                        "/api/catalogue/schemes",
                                        "{\"edition\":0,\"basedOn\":1,\"reason\":\"x\"}")
                                .statusCode())
                .isEqualTo(403);
    }

    private static JsonNode read(Browser browser, String path)
            throws IOException, InterruptedException {
        return JSON.readTree(done(browser.get(path)).body());
    }

    private static JsonNode sent(Browser browser, String method, String path, String json)
            throws IOException, InterruptedException {
        return JSON.readTree(done(browser.send(method, path, json)).body());
    }

    private static HttpResponse<String> done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return answer;
    }
}
