package city.gewu.signin.web;

import static city.gewu.signin.web.GivenAccounts.OWN_PASSWORD;
import static city.gewu.signin.web.GivenAccounts.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.TestServer;
import city.gewu.database.TestDatabase;
import city.gewu.people.Post;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Where people are signed in, and how that ends.
class SessionsTest {

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
    void onesOwnSessionsAreListedWithAddressAndBrowser() throws Exception {
        var account = given.account(Post.DISPATCHER);
        var phone = given.signedIn(account);
        var desk = server.browser();
        desk.signIn(account.username(), OWN_PASSWORD);
        assertThat(desk.get("/api/sessions").body())
                .contains("\"address\":\"127.0.0.1\"", "\"agent\":\"Java-http-client/")
                .containsOnlyOnce("\"current\":true")
                .containsOnlyOnce("\"current\":false")
                .doesNotContain(desk.cookie("GEWU_SESSION"), phone.cookie("GEWU_SESSION"));
    }

    @Test
    void aSessionThatIsEndedIsOver() throws Exception {
        var account = given.account(Post.DISPATCHER);
        var phone = given.signedIn(account);
        var desk = server.browser();
        desk.signIn(account.username(), OWN_PASSWORD);
        String id = given.currentSession(phone);
        assertThat(desk.send("DELETE", "/api/sessions/" + id, "").statusCode()).isEqualTo(204);
        assertProblem(phone.get("/api/departments"), 401, "signin.not-signed-in");
        assertThat(desk.get("/api/departments").statusCode()).isEqualTo(200);
        assertProblem(
                desk.send("DELETE", "/api/sessions/" + id, ""), 404, "signin.unknown-session");
    }

    @Test
    void nobodyEndsTheSessionOfAnother() throws Exception {
        var mine = given.signedIn(given.account(Post.DISPATCHER));
        var yours = given.signedIn(given.account(Post.DISPATCHER));
        assertProblem(
                mine.send("DELETE", "/api/sessions/" + given.currentSession(yours), ""),
                404,
                "signin.unknown-session");
        assertThat(yours.get("/api/departments").statusCode()).isEqualTo(200);
    }

    @Test
    void allOthersAreEndedAtOnce() throws Exception {
        var account = given.account(Post.DISPATCHER);
        var desk = given.signedIn(account);
        var phone = server.browser();
        phone.signIn(account.username(), OWN_PASSWORD);
        assertThat(desk.send("DELETE", "/api/sessions", "").statusCode()).isEqualTo(204);
        assertThat(phone.get("/api/departments").statusCode()).isEqualTo(401);
        assertThat(desk.get("/api/departments").statusCode()).isEqualTo(200);
    }

    @Test
    void anAlteredCookieIsRefusedForWhatItIs() throws Exception {
        var browser = given.signedIn(given.account(Post.DISPATCHER));
        String cookie = browser.cookie("GEWU_SESSION");
        String altered = (cookie.startsWith("A") ? "B" : "A") + cookie.substring(1);
        var answer = server.browser().withCookie("GEWU_SESSION", altered).get("/api/departments");
        assertProblem(answer, 401, "signin.cookie-not-valid");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anyMatch(set -> set.startsWith("GEWU_SESSION=;"));
        assertThat(browser.get("/api/departments").statusCode()).isEqualTo(200);
        server.browser().withCookie("GEWU_SESSION", altered).get("/api/session");
        assertThat(
                        server.bean(JdbcClient.class)
                                .sql(
                                        "select action from audit.entry where outcome ="
                                                + " 'signin.cookie-not-valid' order by seq")
                                .query(String.class)
                                .list())
                .containsExactly("departments.read", "session.read");
    }

    @Test
    void aCookiePlantedBeforehandSignsNobodyIn() throws Exception {
        var account = given.account(Post.DISPATCHER);
        given.signedIn(account);
        var thief = given.signedIn(given.account(Post.DISPATCHER));
        String planted = thief.cookie("GEWU_SESSION");
        var victim = server.browser().withCookie("GEWU_SESSION", planted);
        victim.signIn(account.username(), OWN_PASSWORD);
        assertThat(victim.cookie("GEWU_SESSION")).isNotEqualTo(planted);
        assertThat(thief.get("/api/session").statusCode()).isEqualTo(401);
    }

    @Test
    void aSessionEndsAfterSevenDaysOrTwelveIdleHours() throws Exception {
        var idle = given.signedIn(given.account(Post.DISPATCHER));
        age(
                given.currentSession(idle),
                "last_seen_at = last_seen_at - interval '12 hours 2 minutes'");
        assertProblem(idle.get("/api/departments"), 401, "signin.not-signed-in");
        var old = given.signedIn(given.account(Post.DISPATCHER));
        age(given.currentSession(old), "started_at = started_at - interval '7 days 1 minute'");
        assertProblem(old.get("/api/departments"), 401, "signin.not-signed-in");
    }

    @Test
    void anAdministratorsSessionRestsForHalfAnHour() throws Exception {
        var rested = given.administrator(Post.SYSTEM_ADMINISTRATOR).browser();
        age(given.currentSession(rested), "last_seen_at = last_seen_at - interval '29 minutes'");
        assertThat(rested.get("/api/departments").statusCode()).isEqualTo(200);
        var left = given.administrator(Post.SYSTEM_ADMINISTRATOR).browser();
        age(given.currentSession(left), "last_seen_at = last_seen_at - interval '32 minutes'");
        assertThat(left.get("/api/departments").statusCode()).isEqualTo(401);
    }

    /// Moves a session into the past, as if it had been opened or used earlier.
    private static void age(String session, String change) throws InterruptedException {
        server.bean(JdbcClient.class)
                .sql("update signin.web_session set " + change + " where session_id = ?")
                .param(session)
                .update();
        given.waitUntilLookedUpAgain();
    }

    @Test
    void theTokenOfThePageStaysUntilTheNextSignIn() throws Exception {
        var account = given.account(Post.DISPATCHER);
        var browser = server.browser();
        browser.get("/api/session");
        var before = browser.cookie("XSRF-TOKEN");
        browser.signIn(account.username(), account.password());
        browser.get("/api/session");
        var first = browser.cookie("XSRF-TOKEN");
        assertThat(first).isNotEmpty().isNotEqualTo(before);
        browser.get("/api/session");
        browser.get("/api/session");
        assertThat(browser.cookie("XSRF-TOKEN")).isEqualTo(first);
    }

    @Test
    void aRequestOverHttpsGetsCookiesTiedToTheHost() throws Exception {
        var settings = TestDatabase.freshProperties();
        var behindProxy = java.util.Arrays.copyOf(settings, settings.length + 1);
        behindProxy[settings.length] = "server.forward-headers-strategy=native";
        try (var proxied = TestServer.start(behindProxy)) {
            var account = new GivenAccounts(proxied).account(Post.DISPATCHER);
            var browser = proxied.browser();
            browser.get("/api/session");
            var answer =
                    browser.send(
                            browser.request("/api/session")
                                    .header("Content-Type", "application/json")
                                    .header("X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"))
                                    .header("X-Forwarded-Proto", "https")
                                    .header("X-Forwarded-For", "198.51.100.7")
                                    .POST(
                                            HttpRequest.BodyPublishers.ofString(
                                                    "{\"username\":\"%s\",\"password\":\"%s\"}"
                                                            .formatted(
                                                                    account.username(),
                                                                    account.password()))));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().allValues("Set-Cookie"))
                    .filteredOn(cookie -> cookie.startsWith("__Host-GEWU_SESSION="))
                    .singleElement()
                    .asString()
                    .contains("Secure", "HttpOnly", "Path=/", "SameSite=Lax")
                    .doesNotContain("Domain");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
            assertThat(
                            proxied.bean(JdbcClient.class)
                                    .sql("select address from signin.web_session")
                                    .query(String.class)
                                    .single())
                    .isEqualTo("198.51.100.7");
        }
    }
}
