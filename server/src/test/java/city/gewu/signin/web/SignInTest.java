package city.gewu.signin.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.TestServer;
import city.gewu.TestServer.Browser;
import city.gewu.database.TestDatabase;
import city.gewu.people.Department;
import city.gewu.people.People;
import city.gewu.people.Post;
import city.gewu.platform.Named;
import city.gewu.signin.Accounts;
import city.gewu.signin.Accounts.NewAccount;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Signing in over real HTTP.
class SignInTest {

    private static final String OWN_PASSWORD = "blue tram 7 heron";
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; img-src 'self' data: blob:; style-src 'self'; script-src 'self';"
                    + " worker-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'self';"
                    + " form-action 'self'; frame-ancestors 'none'";

    private static String[] settings;
    private static TestServer server;
    private static int number;

    @BeforeAll
    static void start() {
        settings = TestDatabase.freshProperties();
        server = TestServer.start(settings);
        server.bean(People.class)
                .saveDepartment(
                        new Department(
                                "sanitation", new Named("市容环卫局", "Sanitation"), "", "bureau"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void withoutSignInNothingIsTold() throws Exception {
        var answer = server.browser().get("/api/departments");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertProblem(answer, "signin.not-signed-in");
        assertThat(server.browser().get("/api/nothing-of-the-kind").statusCode()).isEqualTo(401);
    }

    @Test
    void aOneTimePasswordOpensNothingButItsOwnChange() throws Exception {
        var account = newAccount();
        var browser = server.browser();
        var answer = browser.signIn(account.username(), account.password());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"mustChangePassword\":true")
                .contains("\"posts\":[\"DISPATCHER\",\"HANDLER\"]")
                .contains("\"departmentName\":{\"zh\":\"市容环卫局\",\"en\":\"Sanitation\"}")
                .doesNotContain("argon2", account.password());
        var denied = browser.get("/api/departments");
        assertThat(denied.statusCode()).isEqualTo(403);
        assertProblem(denied, "signin.must-change-password");

        assertThat(change(browser, account.password(), OWN_PASSWORD).statusCode()).isEqualTo(204);
        assertThat(browser.get("/api/departments").body()).contains("\"code\":\"sanitation\"");
        assertThat(browser.get("/api/session").body()).contains("\"mustChangePassword\":false");
        assertThat(server.browser().signIn(account.username(), account.password()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aPasswordTooShortCommonOrTheSameIsRefused() throws Exception {
        var account = newAccount();
        var browser = server.browser();
        browser.signIn(account.username(), account.password());
        for (String next : new String[] {"short", "password1234", account.password()}) {
            var answer = change(browser, account.password(), next);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertProblem(answer, "signin.bad-password");
        }
        assertProblem(
                change(browser, "not mine at all", OWN_PASSWORD), "signin.bad-current-password");
        var empty = change(browser, "", "");
        assertThat(empty.statusCode()).isEqualTo(400);
        assertProblem(empty, "request.invalid");
        assertThat(empty.body()).contains("\"field\":\"current\"", "\"field\":\"next\"");
    }

    @Test
    void aWrongPasswordAndAnUnknownNameGetTheSameAnswer() throws Exception {
        var account = newAccount();
        var wrong = server.browser().signIn(account.username(), "wrong");
        var unknown = server.browser().signIn("nobody-here", "wrong");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertProblem(wrong, "signin.wrong-credentials");
        assertThat(wrong.body()).isEqualTo(unknown.body());
    }

    @Test
    void theUsernameIsTakenWhateverItsCase() throws Exception {
        var account = newAccount();
        var browser = server.browser();
        assertThat(
                        browser.signIn(
                                        account.username().toUpperCase(Locale.ROOT),
                                        account.password())
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void guessingIsSlowedDown() throws Exception {
        var account = newAccount();
        var browser = server.browser();
        for (int i = 0; i < 5; i++) {
            assertThat(browser.signIn(account.username(), "guess" + i).statusCode()).isEqualTo(401);
        }
        var answer = browser.signIn(account.username(), account.password());
        assertThat(answer.statusCode()).isEqualTo(429);
        assertProblem(answer, "signin.too-many-attempts");
        Thread.sleep(2100);
        assertThat(browser.signIn(account.username(), account.password()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aSessionSurvivesARestart() throws Exception {
        var ownSettings = TestDatabase.freshProperties();
        var browser = signedInOn(ownSettings);
        try (var again = TestServer.start(ownSettings)) {
            var answer = again.browser().withCookiesOf(browser).get("/api/departments");
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    private static Browser signedInOn(String[] ownSettings) throws Exception {
        try (var first = TestServer.start(ownSettings)) {
            var account = newAccount(first);
            var browser = first.browser();
            browser.signIn(account.username(), account.password());
            change(browser, account.password(), OWN_PASSWORD);
            assertThat(browser.get("/api/departments").statusCode()).isEqualTo(200);
            return browser;
        }
    }

    @Test
    void signingOutEndsTheSessionOnTheServer() throws Exception {
        var browser = signedIn();
        var thief = server.browser().withCookiesOf(browser);
        assertThat(thief.get("/api/departments").statusCode()).isEqualTo(200);
        assertThat(browser.send("DELETE", "/api/session", "").statusCode()).isEqualTo(204);
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
        assertThat(thief.get("/api/departments").statusCode()).isEqualTo(401);
    }

    @Test
    void aNewPasswordEndsTheOtherSessions() throws Exception {
        var account = newAccount();
        var first = server.browser();
        var second = server.browser();
        first.signIn(account.username(), account.password());
        second.signIn(account.username(), account.password());
        change(first, account.password(), OWN_PASSWORD);
        assertThat(first.get("/api/departments").statusCode()).isEqualTo(200);
        assertThat(second.get("/api/departments").statusCode()).isEqualTo(401);
    }

    @Test
    void aRequestWithoutTheTokenOfThePageIsRefused() throws Exception {
        var browser = signedIn();
        var answer =
                browser.send(
                        browser.request("/api/session")
                                .method("DELETE", HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertProblem(answer, "signin.csrf");
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(200);
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() throws Exception {
        var account = newAccount();
        var answer = server.browser().signIn(account.username(), account.password());
        assertThat(answer.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("GEWU_SESSION="))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() throws Exception {
        for (String path : new String[] {"/api/session", "/desk/", "/actuator/health"}) {
            var headers = server.browser().get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValue(CONTENT_SECURITY_POLICY);
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
            assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
            assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
            assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
            assertThat(headers.firstValue("Permissions-Policy")).isPresent();
        }
    }

    @Test
    void noAnswerOfTheInterfaceIsKeptByABrowser() throws Exception {
        assertThat(signedIn().get("/api/session").headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
    }

    @Test
    void healthIsPublicAndOpenApiIsNot() throws Exception {
        assertThat(server.browser().get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(server.browser().get("/api/openapi").statusCode()).isEqualTo(401);
        var answer = signedIn().get("/api/openapi");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertProblem(answer, "signin.not-allowed");
    }

    private static Browser signedIn() throws IOException, InterruptedException {
        var account = newAccount();
        var browser = server.browser();
        browser.signIn(account.username(), account.password());
        change(browser, account.password(), OWN_PASSWORD);
        return browser;
    }

    private static HttpResponse<String> change(Browser browser, String current, String next)
            throws IOException, InterruptedException {
        return browser.send(
                "PUT",
                "/api/session/password",
                "{\"current\":\"%s\",\"next\":\"%s\"}".formatted(current, next));
    }

    private static Accounts.OneTimePassword newAccount() {
        return newAccount(server);
    }

    private static Accounts.OneTimePassword newAccount(TestServer on) {
        number++;
        return on.bean(Accounts.class)
                .create(
                        new NewAccount(
                                "wang" + number,
                                "王派遣",
                                Set.of(Post.HANDLER, Post.DISPATCHER),
                                on == server ? "sanitation" : ""))
                .orElseThrow();
    }

    private static void assertProblem(HttpResponse<String> answer, String code) {
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(
                        type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body())
                .contains(
                        "\"code\":\"" + code + "\"",
                        "\"type\":\"/problems/" + code + "\"",
                        "advice");
    }
}
