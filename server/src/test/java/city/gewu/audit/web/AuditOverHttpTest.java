package city.gewu.audit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import city.gewu.TestServer;
import city.gewu.TestServer.Browser;
import city.gewu.audit.Audit;
import city.gewu.audit.AuditEntry;
import city.gewu.database.TestDatabase;
import city.gewu.people.Post;
import city.gewu.signin.Accounts;
import city.gewu.signin.Accounts.NewAccount;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What requests leave in the audit log, over real HTTP.
class AuditOverHttpTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PASSWORD = "blue tram 7 heron";

    private static TestServer server;
    private static JdbcClient db;
    private static String personId;
    private static String clerkId;
    private static Browser reader;
    private long before;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start(TestDatabase.freshProperties());
        db = server.bean(JdbcClient.class);
        var accounts = server.bean(Accounts.class);
        var made =
                accounts.create(
                                new NewAccount(
                                        "auditor", "钱审计", Set.of(Post.AUDIT_ADMINISTRATOR), ""))
                        .orElseThrow();
        personId = accounts.list().getFirst().id();
        reader = server.browser();
        reader.signInForGood(made.username(), made.password());
        var clerk =
                accounts.create(new NewAccount("clerk", "孙受理", Set.of(Post.INTAKE_CLERK), ""))
                        .orElseThrow();
        clerkId = accounts.list().getLast().id();
        var desk = server.browser();
        desk.signIn(clerk.username(), clerk.password());
        desk.changePassword(clerk.password(), PASSWORD);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void remember() {
        before = db.sql("select coalesce(max(seq), 0) from audit.entry").query(Long.class).single();
    }

    record Logged(String actor, String action, String object, String outcome, String details) {}

    private List<Logged> logged() {
        return db.sql("select * from audit.entry where seq > :before order by seq")
                .param("before", before)
                .query((row, _) ->
                        new Logged(
                                row.getString("actor"),
                                row.getString("action"),
                                row.getString("object"),
                                row.getString("outcome"),
                                row.getString("details")))
                .list();
    }

    @Test
    void aFailedSignInIsRecordedWithoutWhatWasTyped() throws Exception {
        server.browser().signIn("my secret password", "oops");
        assertThat(logged())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.actor()).isEqualTo("anonymous");
                    assertThat(entry.action()).isEqualTo("session.create");
                    assertThat(entry.outcome()).isEqualTo("signin.wrong-credentials");
                    assertThat(entry.details())
                            .containsPattern("\"typed_name\":\"[0-9a-f]{16}\"")
                            .doesNotContain("secret", "oops");
                });
    }

    @Test
    void aSignInIsThePersonsOwn() throws Exception {
        assertThat(server.browser().signIn("clerk", PASSWORD).statusCode()).isEqualTo(200);
        assertThat(logged())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.actor()).isEqualTo(clerkId);
                    assertThat(entry.outcome()).isEqualTo("done");
                });
    }

    @Test
    void everyRefusedAttemptIsRecordedButNoProbe() throws Exception {
        var stranger = server.browser();
        stranger.get("/api/session");
        stranger.get("/api/cases/17");
        stranger.get("/api/nothing-of-the-kind");
        stranger.get("/tiles/nothing");
        stranger.get("/desk/");
        assertThat(logged())
                .extracting(Logged::action, Logged::object, Logged::outcome)
                .containsExactly(
                        tuple("cases.read", "cases/17", "signin.not-signed-in"),
                        tuple(
                                "unknown-address.read",
                                "/api/nothing-of-the-kind",
                                "signin.not-signed-in"),
                        tuple("unknown-address.read", "/tiles/nothing", "signin.not-signed-in"));
    }

    @Test
    void aWriteWithoutThePagesTokenIsRecorded() throws Exception {
        var answer =
                reader.send(
                        reader.request("/api/session/password")
                                .PUT(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(logged())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.action()).isEqualTo("session.password.change");
                    assertThat(entry.outcome()).isEqualTo("signin.csrf");
                });
    }

    @Test
    void readingLeavesNoEntryAndStreamsThrough() throws Exception {
        assertThat(reader.get("/api/departments").statusCode()).isEqualTo(200);
        assertThat(reader.get("/api/audit?limit=1").statusCode()).isEqualTo(200);
        assertThat(logged()).isEmpty();
    }

    @Test
    void whatCannotBeRecordedIsNotAnswered() throws Exception {
        db.sql("alter table audit.entry rename to entry_away").update();
        try {
            var browser = server.browser();
            var answer = browser.signIn("clerk", PASSWORD);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(JSON.readTree(answer.body()).get("code").asString())
                    .isEqualTo("audit.unavailable");
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValue("application/problem+json");
            assertThat(browser.cookie("GEWU_SESSION")).isEmpty();
            assertThat(server.browser().get("/api/cases/17").statusCode()).isEqualTo(503);
            assertThat(reader.get("/api/departments").statusCode()).isEqualTo(200);
        } finally {
            db.sql("alter table audit.entry_away rename to entry").update();
        }
        assertThat(server.browser().signIn("clerk", PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void theLogIsReadPageByPageWithNames() throws Exception {
        var audit = server.bean(Audit.class);
        for (int i = 0; i < 5; i++) {
            audit.record(
                    AuditEntry.done(personId, "paged.read", "things/" + i, Map.of("n", "" + i)));
        }
        var objects = new ArrayList<String>();
        String cursor = "";
        do {
            var page = json("/api/audit?action=paged.read&limit=2" + cursor);
            for (var item : page.get("items")) {
                objects.add(item.get("object").asString());
                assertThat(item.get("actorName").asString()).isEqualTo("钱审计");
                assertThat(item.get("details").get("n").asString()).hasSize(1);
            }
            cursor = page.has("next") ? "&cursor=" + page.get("next").asString() : "";
        } while (!cursor.isEmpty());
        assertThat(objects)
                .containsExactly("things/4", "things/3", "things/2", "things/1", "things/0");
        assertThat(json("/api/audit/seals?from=2020-01-01&to=2030-01-01")).isEmpty();
    }

    @Test
    void anExportIsRecordedAndNoSpreadsheetRunsIt() throws Exception {
        server.bean(Audit.class)
                .record(AuditEntry.done("=cmd|'/c calc'!A0", "exported.try", "+1,\"2\"", Map.of()));
        var answer = reader.get("/api/audit/export.csv?action=exported.try");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .startsWith("\uFEFFseq,at,actor,")
                .contains(",'=cmd|'/c calc'!A0,")
                .contains(",\"'+1,\"\"2\"\"\",");
        assertThat(logged().getLast())
                .satisfies(entry -> {
                    assertThat(entry.actor()).isEqualTo(personId);
                    assertThat(entry.action()).isEqualTo("audit.export");
                    assertThat(entry.details()).isEqualTo("{\"action\":\"exported.try\"}");
                });
    }

    @Test
    void aMomentThatIsNoneIsRefused() throws Exception {
        assertThat(reader.get("/api/audit?from=yesterday").statusCode()).isEqualTo(400);
        assertThat(json("/api/audit?from=2099-01-01").get("items")).isEmpty();
        assertThat(json("/api/audit?to=2020-01-01T00:00:00Z").get("items")).isEmpty();
    }

    private static JsonNode json(String path) throws Exception {
        var answer = reader.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
