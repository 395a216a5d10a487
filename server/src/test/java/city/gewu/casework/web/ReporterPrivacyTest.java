package city.gewu.casework.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.TestServer;
import city.gewu.TestServer.Browser;
import city.gewu.TestTown;
import city.gewu.audit.Audit;
import city.gewu.casework.Casework;
import city.gewu.database.TestDatabase;
import city.gewu.people.Post;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What happens to the name and phone of somebody who reports, over real HTTP and in the database.
class ReporterPrivacyTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NAME = "欧阳某庚";
    private static final String PHONE = "12004718293";

    private static TestServer server;
    private static Browser clerk;
    private static Browser auditor;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start(TestDatabase.freshProperties());
        TestTown.found(server);
        TestTown.classify(server);
        clerk = server.signedIn("clerk", Post.INTAKE_CLERK);
        auditor = server.signedIn("auditor", Post.AUDIT_ADMINISTRATOR);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whoReportedIsNowhereInClear() throws Exception {
        long id = reported(UUID.randomUUID(), NAME, PHONE);
        var shown = json(clerk.get("/api/cases/" + id));
        assertThat(shown.get("reporterContact").get("name").asString()).isEqualTo("欧**");
        assertThat(shown.get("reporterContact").get("phone").asString()).isEqualTo("120****8293");
        var opened = open(id, "回访举报人");
        assertThat(opened.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(json(opened).get("phone").asString()).isEqualTo(PHONE);

        var places = new ArrayList<String>();
        for (var column : columns()) {
            for (String secret : List.of(NAME, PHONE)) {
                if (holds(column, secret)) {
                    places.add(column + " holds " + secret);
                }
            }
        }
        assertThat(places).isEmpty();
    }

    @Test
    void theClerkSeesWhatTheSameCallerToldBeforeAndTheLogSaysSo() throws Exception {
        long first = reported(UUID.randomUUID(), NAME, "13000000001");
        long second = reported(UUID.randomUUID(), "", "+86 130 0000 0001");
        reported(UUID.randomUUID(), NAME, "13000000002");

        var history = clerk.send("POST", "/api/callers/history", "{\"phone\":\"130-0000-0001\"}");

        assertThat(history.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(json(history).findValuesAsString("id"))
                .containsExactly(Long.toString(second), Long.toString(first));
        assertThat(history.body()).doesNotContain("13000000001");
        var log = json(auditor.get("/api/audit?action=personal-data.search"));
        assertThat(log.get("items").get(0).get("details").get("records").asString()).isEqualTo("2");
        assertThat(
                        auditor.send("POST", "/api/callers/history", "{\"phone\":\"13000000001\"}")
                                .statusCode())
                .isEqualTo(403);
        assertThat(
                        json(clerk.send("POST", "/api/callers/history", "{\"phone\":\"12\"}"))
                                .get("code")
                                .asString())
                .isEqualTo("casework.bad-phone");
    }

    @Test
    void openCasesAroundAPointAreToldWithTheirDistance() throws Exception {
        long id = reported(UUID.randomUUID(), "", "");
        var near = clerk.get("/api/cases/nearby?lon=112.05&lat=31.051&radius=200&category=E0113");
        var found = json(near);
        assertThat(found.findValuesAsString("id")).contains(Long.toString(id));
        assertThat(found.get(0).get("metres").asInt()).isBetween(105, 115);
        assertThat(clerk.get("/api/cases/nearby?lon=112.05&lat=31.2&radius=200").body())
                .isEqualTo("[]");
        assertThat(clerk.get("/api/cases/nearby?lon=112.05&lat=31.05&category=E0110").body())
                .isEqualTo("[]");
    }

    @Test
    void whatIsWrittenDownIsComparedWithOpenCasesAndTheGroundsAreTold() throws Exception {
        long id = reported(UUID.randomUUID(), "", "");
        var words = "&text=" + URLEncoder.encode("路灯不亮", StandardCharsets.UTF_8);
        String here = "/api/cases/likely?lon=112.05&lat=31.0502";
        var likely = json(clerk.get(here + "&category=E0113" + words));
        assertThat(likely.findValuesAsString("id")).contains(Long.toString(id));
        var grounds = likely.get(0).get("likeness");
        assertThat(grounds.get("metres").asInt()).isBetween(15, 30);
        assertThat(grounds.get("words").asInt()).isPositive();
        assertThat(clerk.get(here + "&category=E0110" + words).body()).isEqualTo("[]");
        assertThat(clerk.get("/api/cases/likely?lon=112.05&lat=31.06&category=E0113").body())
                .isEqualTo("[]");
    }

    @Test
    void theSearchOfTheDatabaseFindsWhatIsThere() throws Exception {
        reported(UUID.randomUUID(), "", "");
        assertThat(columns()).hasSizeGreaterThan(100);
        assertThat(columns().stream().filter(column -> holds(column, "路灯不亮")).toList())
                .contains(new Column("casework", "case_file", "description"));
    }

    @Test
    void theReasonIsKeptBeforeTheNameIsShown() throws Exception {
        long id = reported(UUID.randomUUID(), NAME, "0724-2345678");
        assertThat(open(id, "   ").statusCode()).isEqualTo(422);
        assertThat(json(open(id, "")).get("code").asString()).isEqualTo("privacy.missing-reason");
        assertThat(open(id, "核实地点").statusCode()).isEqualTo(200);
        var log = json(auditor.get("/api/audit?action=personal-data.open&object=reporter/" + id));
        assertThat(log.get("items"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.get("details").get("reason").asString()).isEqualTo("核实地点");
                    assertThat(entry.get("actorName").asString()).isEqualTo("clerk");
                });
        var requests =
                json(
                        auditor.get(
                                "/api/audit?action=cases.reporter.openings.create&object=cases/"
                                        + id));
        assertThat(requests.get("items").findValuesAsString("outcome"))
                .containsExactly("done", "privacy.missing-reason", "privacy.missing-reason");
        assertThat(server.bean(Audit.class).verify(_ -> {}).broken()).isZero();
    }

    @Test
    void aBadPhoneIsRefusedAndACaseWithoutAContactSaysSo() throws Exception {
        assertThat(json(report(UUID.randomUUID(), NAME, "12345")).get("code").asString())
                .isEqualTo("casework.bad-phone");
        long id = reported(UUID.randomUUID(), "", "");
        assertThat(json(clerk.get("/api/cases/" + id)).has("reporterContact")).isFalse();
        assertThat(json(open(id, "why")).get("code").asString())
                .isEqualTo("casework.no-reporter-contact");
        assertThat(json(open(999_999, "why")).get("code").asString())
                .isEqualTo("casework.not-found");
    }

    @Test
    void theSameKeyWithAnotherPhoneIsAnotherRequest() throws Exception {
        var key = UUID.randomUUID();
        long id = reported(key, NAME, PHONE);
        assertThat(reported(key, NAME, PHONE)).isEqualTo(id);
        assertThat(json(report(key, NAME, "12000000001")).get("code").asString())
                .isEqualTo("casework.idempotency-mismatch");
    }

    @Test
    void whoAsksForErasureIsForgottenAndTheCaseStaysProvable() throws Exception {
        String phone = "12005550101";
        long id = reported(UUID.randomUUID(), NAME, phone);
        var wish = "{\"phone\":\"120-0555-0101\",\"reason\":\"本人申请\"}";
        var lead = server.signedIn("lead", Post.SHIFT_LEAD);
        var copy = json(lead.send("POST", "/api/data-requests/copies", wish));
        assertThat(copy.get("records"))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.get("subject").asString()).isEqualTo("" + id);
                    assertThat(record.get("fields").get("name").asString()).isEqualTo(NAME);
                });
        var erased = json(lead.send("POST", "/api/data-requests/erasures", wish));
        assertThat(erased.get("records").asInt()).isEqualTo(1);
        assertThat(json(clerk.get("/api/cases/" + id)).has("reporterContact")).isFalse();
        assertThat(server.bean(Casework.class).verify(_ -> {}).broken()).isZero();
        assertThat(
                        json(lead.send(
                                        "POST",
                                        "/api/data-requests/copies",
                                        "{\"phone\":\"nothing\",\"reason\":\"x\"}"))
                                .get("code")
                                .asString())
                .isEqualTo("privacy.bad-phone");
    }

    @Test
    void theSecurityAdministratorChangesTheKeysAndTheReporterIsStillThere() throws Exception {
        long id = reported(UUID.randomUUID(), NAME, PHONE);
        var security = server.signedIn("security", Post.SECURITY_ADMINISTRATOR);
        assertThat(security.send("POST", "/api/keys/rotations", "{}").statusCode()).isEqualTo(202);
        JsonNode keys = json(security.get("/api/keys"));
        for (int i = 0; i < 100 && !keys.get("rotation").has("finishedAt"); i++) {
            Thread.sleep(50);
            keys = json(security.get("/api/keys"));
        }
        assertThat(keys.get("keys").findValuesAsString("state"))
                .containsExactly("active", "destroyed");
        assertThat(keys.get("keys").get(0).get("algorithm").asString()).isEqualTo("AES-256-GCM");
        assertThat(json(open(id, "回访")).get("name").asString()).isEqualTo(NAME);
    }

    private static HttpResponse<String> open(long id, String reason) throws Exception {
        return clerk.send(
                "POST",
                "/api/cases/" + id + "/reporter/openings",
                "{\"reason\":\"%s\"}".formatted(reason));
    }

    private static long reported(UUID key, String name, String phone) throws Exception {
        var answer = report(key, name, phone);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body()).get("id").asLong();
    }

    private static HttpResponse<String> report(UUID key, String name, String phone)
            throws Exception {
        return clerk.send(
                clerk.request("/api/cases")
                        .header("Content-Type", "application/json")
                        .header("X-XSRF-TOKEN", clerk.csrf())
                        .header("Idempotency-Key", key.toString())
                        .POST(
                                BodyPublishers.ofString(
                                        """
                                        {"source":"HOTLINE","category":"E0113","condition":"1",
                                         "description":"路灯不亮","address":"象山大道12号",
                                         "position":[112.05,31.05],
                                         "reporter":{"name":"%s","phone":"%s"}}
                                        """
                                                .formatted(name, phone))));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private record Column(String schema, String table, String name) {}

    /// Every column of every table of ours, whatever its type.
    private static List<Column> columns() {
        return server.bean(JdbcClient.class)
                .sql(
                        """
                        select c.table_schema, c.table_name, c.column_name
                        from information_schema.columns c
                        join information_schema.tables t
                          on t.table_schema = c.table_schema
                          and t.table_name = c.table_name
                        where t.table_type = 'BASE TABLE'
                          and c.table_schema not in ('pg_catalog', 'information_schema')
                        """)
                .query((row, _) ->
                        new Column(
                                row.getString("table_schema"),
                                row.getString("table_name"),
                                row.getString("column_name")))
                .list();
    }

    /// Whether a value of the column holds the text: as it is, its bytes, their hexadecimal or
    /// base64 writing, or JSON with escapes. A bytea reads as hexadecimal, so its bytes are seen
    /// too.
    private static boolean holds(Column column, String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        String hex = HexFormat.of().formatHex(bytes);
        for (String form :
                List.of(
                        secret,
                        hex,
                        HexFormat.of().formatHex(hex.getBytes(StandardCharsets.US_ASCII)),
                        base64(bytes),
                        HexFormat.of().formatHex(base64(bytes).getBytes(StandardCharsets.US_ASCII)),
                        escaped(secret))) {
            long found =
                    server.bean(JdbcClient.class)
                            .sql(
                                    "select count(*) from %s.\"%s\" where position(lower(:form) in lower(cast(\"%s\" as text))) > 0"
                                            .formatted(
                                                    column.schema(), column.table(), column.name()))
                            .param("form", form)
                            .query(Long.class)
                            .single();
            if (found > 0) {
                return true;
            }
        }
        return false;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append("\\u%04x".formatted(c)));
        return escaped.toString();
    }
}
