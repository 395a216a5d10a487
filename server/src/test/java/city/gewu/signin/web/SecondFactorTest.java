package city.gewu.signin.web;

import static city.gewu.signin.web.GivenAccounts.OWN_PASSWORD;
import static city.gewu.signin.web.GivenAccounts.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.TestServer;
import city.gewu.TestServer.Browser;
import city.gewu.database.TestDatabase;
import city.gewu.people.Post;
import city.gewu.signin.Accounts.OneTimePassword;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Codes besides the password.
class SecondFactorTest {

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

    @ParameterizedTest
    @EnumSource(
            value = Post.class,
            names = {"SYSTEM_ADMINISTRATOR", "SECURITY_ADMINISTRATOR", "AUDIT_ADMINISTRATOR"})
    void anAdministratorSetsOneUpBeforeAnythingElse(Post post) throws Exception {
        var browser = given.signedIn(given.account(post));
        assertThat(browser.get("/api/session").body())
                .contains("\"mustSetUpSecondFactor\":true", "\"secondFactor\":false");
        assertProblem(browser.get("/api/departments"), 403, "signin.must-set-up-second-factor");
        assertProblem(browser.get("/api/sessions"), 403, "signin.must-set-up-second-factor");
        browser.setUpSecondFactor();
        assertThat(browser.get("/api/departments").statusCode()).isEqualTo(200);
        assertThat(browser.get("/api/session").body())
                .contains("\"mustSetUpSecondFactor\":false", "\"secondFactor\":true");
    }

    @Test
    void aPasswordAloneIsNotEnoughThen() throws Exception {
        var administrator = given.administrator(Post.SYSTEM_ADMINISTRATOR);
        var account = administrator.account();
        assertProblem(signIn(account, null), 401, "signin.second-factor-required");
        assertProblem(signIn(account, "000000"), 401, "signin.wrong-credentials");
        assertThat(signIn(account, administrator.phone().code(1)).statusCode()).isEqualTo(200);
    }

    @Test
    void aCodeCountsOnce() throws Exception {
        var administrator = given.administrator(Post.SYSTEM_ADMINISTRATOR);
        var account = administrator.account();
        String used = administrator.phone().code(0);
        String next = administrator.phone().code(1);
        assertThat(signIn(account, next).statusCode()).isEqualTo(200);
        assertProblem(signIn(account, next), 401, "signin.code-already-used");
        assertProblem(signIn(account, used), 401, "signin.code-already-used");
    }

    @Test
    void aCodeFromPaperCountsOnceInPlaceOfThePhone() throws Exception {
        var account = given.account(Post.DISPATCHER);
        var browser = given.signedIn(account);
        String paper = recoveryCode(setUp(browser).body());
        assertThat(signIn(account, paper).statusCode()).isEqualTo(200);
        assertProblem(signIn(account, paper), 401, "signin.wrong-credentials");
    }

    private static HttpResponse<String> setUp(Browser browser)
            throws IOException, InterruptedException {
        var begun = browser.send("POST", "/api/second-factor", "");
        String secret = begun.body().replaceAll("(?s).*\"secret\":\"([A-Z2-7]+)\".*", "$1");
        return browser.send(
                "PUT",
                "/api/second-factor",
                "{\"code\":\"%s\"}".formatted(new TestServer.Phone(secret).code(0)));
    }

    private static String recoveryCode(String confirmed) {
        var found = Pattern.compile("\"([a-z0-9]{4}(?:-[a-z0-9]{4}){3})\"").matcher(confirmed);
        assertThat(found.results().count()).isEqualTo(10);
        found.reset();
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void settingOneUpEndsTheOtherSessions() throws Exception {
        var account = given.account(Post.DISPATCHER);
        var browser = given.signedIn(account);
        var other = server.browser();
        other.signIn(account.username(), OWN_PASSWORD);
        setUp(browser);
        assertThat(other.get("/api/departments").statusCode()).isEqualTo(401);
    }

    @Test
    void aWrongFirstCodeSetsNothingUp() throws Exception {
        var browser = given.signedIn(given.account(Post.DISPATCHER));
        assertProblem(
                browser.send("PUT", "/api/second-factor", "{\"code\":\"123456\"}"),
                404,
                "signin.no-second-factor-begun");
        browser.send("POST", "/api/second-factor", "");
        assertProblem(
                browser.send("PUT", "/api/second-factor", "{\"code\":\"12345x\"}"),
                422,
                "signin.bad-code");
        assertThat(browser.get("/api/session").body()).contains("\"secondFactor\":false");
    }

    @Test
    void oneThatIsSetUpIsRemovedWithPasswordAndCodeOnly() throws Exception {
        var administrator = given.administrator(Post.SYSTEM_ADMINISTRATOR);
        var browser = administrator.browser();
        assertProblem(
                browser.send("POST", "/api/second-factor", ""), 409, "signin.second-factor-there");
        assertProblem(
                remove(browser, "wrong", administrator.phone().code(1)),
                422,
                "signin.bad-current-password");
        assertThat(remove(browser, OWN_PASSWORD, administrator.phone().code(1)).statusCode())
                .isEqualTo(204);
        assertThat(signIn(administrator.account(), null).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> remove(Browser browser, String password, String code)
            throws IOException, InterruptedException {
        return browser.send(
                "DELETE",
                "/api/second-factor",
                "{\"password\":\"%s\",\"code\":\"%s\"}".formatted(password, code));
    }

    @Test
    void aCopyOfTheDatabaseShowsNoSecret() throws Exception {
        var administrator = given.administrator(Post.SYSTEM_ADMINISTRATOR);
        var kept =
                server.bean(JdbcClient.class)
                        .sql("select secret from signin.second_factor")
                        .query(byte[].class)
                        .list();
        assertThat(kept)
                .isNotEmpty()
                .allSatisfy(secret ->
                        assertThat(new String(secret, StandardCharsets.ISO_8859_1))
                                .doesNotContain(administrator.phone().secret()));
    }

    private static HttpResponse<String> signIn(OneTimePassword account, @Nullable String code)
            throws IOException, InterruptedException {
        return server.browser()
                .send(
                        "POST",
                        "/api/session",
                        "{\"username\":\"%s\",\"password\":\"%s\"%s}"
                                .formatted(
                                        account.username(),
                                        OWN_PASSWORD,
                                        code == null ? "" : ",\"code\":\"" + code + "\""));
    }
}
