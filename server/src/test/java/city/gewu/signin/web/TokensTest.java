package city.gewu.signin.web;

import static city.gewu.signin.web.GivenAccounts.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.TestServer;
import city.gewu.TestServer.Browser;
import city.gewu.database.TestDatabase;
import city.gewu.people.Post;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Tokens of scripts and of field phones.
class TokensTest {

    private static TestServer server;
    private static GivenAccounts given;

    @BeforeAll
    static void start() {
        server = TestServer.start(TestDatabase.freshProperties());
        given = new GivenAccounts(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aScriptReadsWithATokenAndGetsNoCookie() throws Exception {
        var browser = given.signedIn(given.account(Post.DISPATCHER));
        String token = token(browser, "BASICS", "READ_ASSESSMENT");
        assertThat(token).startsWith("gewu_").hasSize(48);
        var answer = with(token, "GET", "/api/departments", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(with(token, "GET", "/api/indicators", "").statusCode()).isNotIn(401, 403);
        assertThat(browser.get("/api/tokens").body())
                .contains("\"rights\":[\"BASICS\",\"READ_ASSESSMENT\"]", "lastUsedAt")
                .doesNotContain(token);
        assertThat(
                        server.bean(JdbcClient.class)
                                .sql("select bearer::text from signin.bearer bearer")
                                .query(String.class)
                                .list())
                .noneMatch(row -> row.contains(token));
    }

    @Test
    void outOfItsRightsATokenIsRefusedAndThatIsAudited() throws Exception {
        var account = given.account(Post.SUPERVISOR);
        String token = token(given.signedIn(account), "BASICS");
        assertProblem(with(token, "GET", "/api/cases", ""), 403, "signin.token-not-allowed");
        assertProblem(with(token, "POST", "/api/cases", "{}"), 403, "signin.token-not-allowed");
        assertThat(
                        server.bean(JdbcClient.class)
                                .sql(
                                        "select action from audit.entry where actor = :who and"
                                                + " outcome = 'signin.token-not-allowed' order by"
                                                + " seq")
                                .param("who", given.idOf(account))
                                .query(String.class)
                                .list())
                .containsExactly("cases.read", "cases.create");
    }

    @Test
    void aTokenReachesNothingOfTheAccountItself() throws Exception {
        String token = token(given.signedIn(given.account(Post.DISPATCHER)), "BASICS");
        for (String path : new String[] {"/api/tokens", "/api/sessions", "/api/devices"}) {
            assertProblem(with(token, "GET", path, ""), 403, "signin.token-not-allowed");
        }
        assertProblem(
                with(token, "POST", "/api/second-factor", ""), 403, "signin.token-not-allowed");
        assertProblem(
                with(token, "PUT", "/api/session/password", "{\"current\":\"a\",\"next\":\"b\"}"),
                403,
                "signin.token-not-allowed");
        assertProblem(
                with(token, "POST", "/api/devices/invitations", "{}"),
                403,
                "signin.token-not-allowed");
        assertProblem(with(token, "DELETE", "/api/session", ""), 403, "signin.token-not-allowed");
    }

    @Test
    void nobodyPassesOnARightTheyLack() throws Exception {
        var browser = given.signedIn(given.account(Post.DISPATCHER));
        assertProblem(make(browser, inDays(10), "BASICS", "READ_AUDIT"), 422, "signin.bad-rights");
        assertProblem(make(browser, inDays(400), "BASICS"), 422, "signin.bad-expiry");
        assertProblem(make(browser, inDays(-1), "BASICS"), 422, "signin.bad-expiry");
        assertThat(make(browser, inDays(10)).statusCode()).isEqualTo(400);
        assertThat(make(browser, inDays(10), "EVERYTHING").statusCode()).isEqualTo(400);
        assertThat(browser.get("/api/tokens").body()).isEqualTo("[]");
    }

    @Test
    void aTokenThatIsRemovedExpiredOrMadeUpIsNone() throws Exception {
        var browser = given.signedIn(given.account(Post.DISPATCHER));
        String removed = token(browser, "BASICS");
        assertThat(with(removed, "GET", "/api/departments", "").statusCode()).isEqualTo(200);
        String id =
                browser.get("/api/tokens").body().replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
        assertThat(browser.send("DELETE", "/api/tokens/" + id, "").statusCode()).isEqualTo(204);
        assertProblem(with(removed, "GET", "/api/departments", ""), 401, "signin.token-not-valid");
        assertProblem(
                with("gewu_" + "A".repeat(43), "GET", "/api/departments", ""),
                401,
                "signin.token-not-valid");
        String expired = token(browser, "BASICS");
        server.bean(JdbcClient.class)
                .sql("update signin.bearer set expires_at = now() where kind = 'token'")
                .update();
        assertProblem(with(expired, "GET", "/api/departments", ""), 401, "signin.token-not-valid");
    }

    @Test
    void aTokenBesideACookieCountsAlone() throws Exception {
        var browser = given.signedIn(given.account(Post.DISPATCHER));
        var answer =
                browser.send(
                        browser.request("/api/departments")
                                .header("Authorization", "Bearer made-up")
                                .GET());
        assertProblem(answer, 401, "signin.token-not-valid");
    }

    @Test
    void aPhoneIsRegisteredWithACodeThatCountsOnce() throws Exception {
        var browser = given.signedIn(given.account(Post.SUPERVISOR));
        String code = invite(browser);
        var made = register(code.toUpperCase(java.util.Locale.ROOT), "field phone 7");
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.headers().allValues("Set-Cookie"))
                .noneMatch(cookie -> cookie.startsWith("GEWU_"));
        String token = made.body().replaceAll("(?s).*\"token\":\"([^\"]+)\".*", "$1");
        assertThat(with(token, "GET", "/api/departments", "").statusCode()).isEqualTo(200);
        assertThat(with(token, "GET", "/api/cases", "").statusCode()).isNotIn(401, 403);
        assertProblem(with(token, "GET", "/api/indicators", ""), 403, "signin.token-not-allowed");
        assertProblem(register(code, "another"), 422, "signin.bad-device-code");
        assertThat(browser.get("/api/devices").body())
                .contains("\"name\":\"field phone 7\"", "registeredAt", "lastSeenAt");
        String id = made.body().replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
        assertThat(browser.send("DELETE", "/api/devices/" + id, "").statusCode()).isEqualTo(204);
        assertProblem(with(token, "GET", "/api/departments", ""), 401, "signin.token-not-valid");
    }

    @Test
    void aPhoneThatIsSignedOutEndsItsOwnTokenAndNoOther() throws Exception {
        var browser = given.signedIn(given.account(Post.SUPERVISOR));
        String first = phone(browser);
        String second = phone(browser);
        assertThat(with(first, "DELETE", "/api/session", "").statusCode()).isEqualTo(204);
        assertProblem(with(first, "GET", "/api/departments", ""), 401, "signin.token-not-valid");
        assertThat(with(second, "GET", "/api/departments", "").statusCode()).isEqualTo(200);
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(200);
    }

    private static String phone(Browser browser) throws IOException, InterruptedException {
        return register(invite(browser), "field phone")
                .body()
                .replaceAll("(?s).*\"token\":\"([^\"]+)\".*", "$1");
    }

    @Test
    void anInvitationEndsAfterTenMinutesOrWithTheNext() throws Exception {
        var browser = given.signedIn(given.account(Post.SUPERVISOR));
        String first = invite(browser);
        String second = invite(browser);
        assertProblem(register(first, "phone"), 422, "signin.bad-device-code");
        server.bean(JdbcClient.class)
                .sql("update signin.device_invitation set expires_at = now()")
                .update();
        assertProblem(register(second, "phone"), 422, "signin.bad-device-code");
    }

    private static String invite(Browser browser) throws IOException, InterruptedException {
        var answer = browser.send("POST", "/api/devices/invitations", "{}");
        assertThat(answer.statusCode()).isEqualTo(201);
        return answer.body().replaceAll("(?s).*\"code\":\"([^\"]+)\".*", "$1");
    }

    /// A phone has neither a cookie nor the page's token.
    private static HttpResponse<String> register(String code, String name)
            throws IOException, InterruptedException {
        var phone = server.browser();
        return phone.send(
                phone.request("/api/devices")
                        .header("Content-Type", "application/json")
                        .POST(
                                BodyPublishers.ofString(
                                        "{\"code\":\"%s\",\"name\":\"%s\"}"
                                                .formatted(code, name))));
    }

    private static String token(Browser browser, String... rights)
            throws IOException, InterruptedException {
        var made = make(browser, inDays(10), rights);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return made.body().replaceAll("(?s).*\"token\":\"([^\"]+)\".*", "$1");
    }

    private static HttpResponse<String> make(Browser browser, LocalDate last, String... rights)
            throws IOException, InterruptedException {
        String quoted = rights.length == 0 ? "" : "\"" + String.join("\",\"", rights) + "\"";
        return browser.send(
                "POST",
                "/api/tokens",
                "{\"name\":\"report\",\"rights\":[%s],\"expiresOn\":\"%s\"}"
                        .formatted(quoted, last));
    }

    private static LocalDate inDays(int days) {
        return LocalDate.ofInstant(server.bean(java.time.Clock.class).instant(), ZoneOffset.UTC)
                .plusDays(days);
    }

    private static HttpResponse<String> with(String token, String method, String path, String body)
            throws IOException, InterruptedException {
        var script = server.browser();
        return script.send(
                script.request(path)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body)));
    }
}
