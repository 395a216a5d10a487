package city.gewu.signin.web;

import static city.gewu.signin.web.GivenAccounts.OWN_PASSWORD;
import static city.gewu.signin.web.GivenAccounts.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.TestServer;
import city.gewu.TestServer.Browser;
import city.gewu.database.TestDatabase;
import city.gewu.people.Post;
import city.gewu.signin.Accounts.OneTimePassword;
import city.gewu.signin.web.Keycloak.Person;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Signing in through a real provider.
class ProviderTest {

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final String AT_PROVIDER = "password at the provider 7";

    private static TestServer server;
    private static GivenAccounts given;
    private static OneTimePassword dispatcher;
    private static OneTimePassword administrator;
    private static OneTimePassword closed;
    private static Keycloak keycloak;

    @BeforeAll
    static void start() throws Exception {
        int port = Keycloak.freePort();
        server = TestServer.start(settings(port));
        given = new GivenAccounts(server);
        dispatcher = given.account(Post.DISPATCHER);
        administrator = given.account(Post.SYSTEM_ADMINISTRATOR);
        closed = given.account(Post.DISPATCHER);
        assertThat(server.browser().get("/api/session/ways").body())
                .contains("\"start\":\"/signin/oidc\"", "\"en\":\"Bureau sign-in\"");
        var downAnswer = server.browser().get("/signin/oidc");
        assertProblem(downAnswer, 503, "signin.provider-unavailable");
        keycloak =
                Keycloak.start(
                        port,
                        Stream.of(
                                        dispatcher.username(),
                                        administrator.username(),
                                        closed.username(),
                                        "stranger")
                                .map(username -> new Person(username, AT_PROVIDER))
                                .toList());
    }

    private static String[] settings(int port) {
        return Stream.concat(
                        Arrays.stream(TestDatabase.freshProperties()),
                        Stream.of(
                                "gewu.oidc.issuer=" + Keycloak.issuer(port),
                                "gewu.oidc.client-secret=" + Keycloak.SECRET,
                                "gewu.oidc.name-en=Bureau sign-in"))
                .toArray(String[]::new);
    }

    @AfterAll
    static void stop() {
        keycloak.close();
        server.close();
    }

    @Test
    void aPersonWhoIsKnownGetsASessionOfOurOwn() throws Exception {
        var browser = server.browser();
        var arrived = throughProvider(browser, dispatcher.username());
        assertThat(arrived.statusCode()).isEqualTo(303);
        assertThat(location(arrived)).isEqualTo("/desk/");
        assertThat(browser.get("/api/session").body())
                .contains("\"username\":\"" + dispatcher.username() + "\"")
                .contains("\"mustChangePassword\":false");
        assertThat(browser.get("/api/departments").statusCode()).isEqualTo(200);
        assertThat(browser.send("DELETE", "/api/session", "").statusCode()).isEqualTo(204);
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
    }

    @Test
    void somebodyWhoIsNotKnownIsRefusedAndNothingIsCreated() throws Exception {
        long before = accounts();
        assertProblem(throughProvider(server.browser(), "stranger"), 404, "signin.unknown-account");
        assertThat(accounts()).isEqualTo(before);
        assertThat(
                        server.bean(JdbcClient.class)
                                .sql(
                                        "select count(*) from audit.entry where outcome ="
                                                + " 'signin.unknown-account'")
                                .query(Long.class)
                                .single())
                .isPositive();
    }

    private static long accounts() {
        return server.bean(JdbcClient.class)
                .sql("select count(*) from signin.account")
                .query(Long.class)
                .single();
    }

    @Test
    void aClosedAccountStaysClosed() throws Exception {
        server.bean(JdbcClient.class)
                .sql("update signin.account set disabled_at = now() where username = ?")
                .param(closed.username())
                .update();
        assertProblem(
                throughProvider(server.browser(), closed.username()),
                403,
                "signin.account-disabled");
    }

    @Test
    void anAdministratorShowsOurSecondFactorWhenTheProviderAskedForNone() throws Exception {
        var browser = server.browser();
        throughProvider(browser, administrator.username());
        assertProblem(browser.get("/api/departments"), 403, "signin.must-set-up-second-factor");
        var phone = browser.setUpSecondFactor();
        assertThat(browser.get("/api/departments").statusCode()).isEqualTo(200);

        var again = server.browser();
        throughProvider(again, administrator.username());
        assertThat(again.get("/api/session").body()).contains("\"mustEnterSecondFactor\":true");
        assertProblem(again.get("/api/departments"), 403, "signin.must-enter-second-factor");
        assertProblem(
                again.send("POST", "/api/second-factor", ""),
                403,
                "signin.must-enter-second-factor");
        assertProblem(enter(again, "000000"), 401, "signin.wrong-credentials");
        assertThat(enter(again, phone.code(1)).statusCode()).isEqualTo(204);
        assertThat(again.get("/api/departments").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> enter(Browser browser, String code)
            throws IOException, InterruptedException {
        return browser.send(
                "PUT", "/api/session/second-factor", "{\"code\":\"%s\"}".formatted(code));
    }

    @Test
    void theWayBackIsGoodOnceAndInTheBrowserThatWentThere() throws Exception {
        var browser = server.browser();
        var atProvider = signInAtProvider(browser, dispatcher.username());
        String back = location(atProvider);
        assertProblem(server.browser().get(back), 422, "signin.bad-provider-answer");
        assertProblem(
                browser.get(back.replaceAll("state=[^&]*", "state=made-up")),
                422,
                "signin.bad-provider-answer");
        assertProblem(browser.get(back), 422, "signin.bad-provider-answer");
    }

    @Test
    void aCodeThatTheProviderDidNotGiveIsRefused() throws Exception {
        var browser = server.browser();
        String back = location(signInAtProvider(browser, dispatcher.username()));
        assertProblem(
                browser.get(back.replaceAll("code=[^&]*", "code=made-up")),
                422,
                "signin.bad-provider-answer");
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
    }

    @Test
    void aPageThatIsRefusedGoesBackToSignInAndSaysWhy() throws Exception {
        var browser = server.browser();
        var answer =
                browser.send(
                        browser.request("/signin/oidc/callback?error=access_denied&state=x")
                                .header("Accept", "text/html,*/*")
                                .GET());
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(location(answer)).isEqualTo("/desk/sign-in?problem=signin.bad-provider-answer");
    }

    @Test
    void thePasswordStillWorksBesideTheProvider() throws Exception {
        var account = given.account(Post.DISPATCHER);
        given.signedIn(account);
        assertThat(server.browser().signIn(account.username(), OWN_PASSWORD).statusCode())
                .isEqualTo(200);
    }

    private static HttpResponse<String> throughProvider(Browser browser, String username)
            throws IOException, InterruptedException {
        return browser.get(location(signInAtProvider(browser, username)));
    }

    /// Follows the way to the provider and fills its form in; answers its way back.
    private static HttpResponse<String> signInAtProvider(Browser browser, String username)
            throws IOException, InterruptedException {
        var departed = browser.get("/signin/oidc");
        assertThat(departed.statusCode()).as(departed.body()).isEqualTo(303);
        String there = location(departed);
        assertThat(URI.create(there).getQuery())
                .contains(
                        "response_type=code",
                        "code_challenge_method=S256",
                        "code_challenge=",
                        "nonce=",
                        "state=");
        return fillIn(there, username);
    }

    /// The provider's cookies are for safe connections only, and a browser takes this machine for
    /// one; the client of the JDK does not, so they are carried by hand.
    private static HttpResponse<String> fillIn(String address, String username)
            throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var page =
                    http.send(
                            HttpRequest.newBuilder(URI.create(address)).build(),
                            BodyHandlers.ofString());
            var form = FORM.matcher(page.body());
            assertThat(form.find()).as(page.body()).isTrue();
            String cookies =
                    page.headers().allValues("Set-Cookie").stream()
                            .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                            .collect(Collectors.joining("; "));
            String password = URLEncoder.encode(AT_PROVIDER, StandardCharsets.UTF_8);
            return http.send(
                    HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                            .header("Cookie", cookies)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(
                                    BodyPublishers.ofString(
                                            "username=%s&password=%s"
                                                    .formatted(username, password)))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + answer.body()));
    }
}
