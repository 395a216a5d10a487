package city.gewu.signin.web;

import static city.gewu.signin.web.GivenAccounts.OWN_PASSWORD;
import static city.gewu.signin.web.GivenAccounts.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.TestServer;
import city.gewu.TestServer.Browser;
import city.gewu.database.TestDatabase;
import city.gewu.people.Post;
import city.gewu.people.Staff;
import city.gewu.people.Staff.NewPerson;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// What administrators do for the accounts of others.
class AccountsOverHttpTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static TestServer server;
    private static GivenAccounts given;
    private static Browser system;
    private static Browser security;
    private static String securityId;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start(TestDatabase.freshProperties());
        given = new GivenAccounts(server);
        system = given.administrator(Post.SYSTEM_ADMINISTRATOR).browser();
        var administrator = given.administrator(Post.SECURITY_ADMINISTRATOR);
        security = administrator.browser();
        securityId = given.idOf(administrator.account());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theSystemAdministratorOpensAnAccountForAPersonWhoIsThere() throws Exception {
        server.bean(Staff.class).savePerson(new NewPerson("S-2047", "赵网格", ""));
        var made = system.send("POST", "/api/accounts", "{\"staffNo\":\"S-2047\"}");
        assertThat(made.statusCode()).isEqualTo(201);
        var given = JSON.readTree(made.body());
        assertThat(given.get("username").asString()).isEqualTo("s-2047");
        assertThat(server.browser().signIn("s-2047", given.get("password").asString()).statusCode())
                .isEqualTo(200);
        assertProblem(
                system.send("POST", "/api/accounts", "{\"staffNo\":\"S-2047\"}"),
                409,
                "signin.account-there");
        assertProblem(
                system.send("POST", "/api/accounts", "{\"staffNo\":\"nobody\"}"),
                404,
                "signin.unknown-person");
        assertProblem(
                security.send("POST", "/api/accounts", "{\"staffNo\":\"S-2047\"}"),
                403,
                "signin.not-allowed");
    }

    @Test
    void accountsAreListedPageByPageAndFoundByName() throws Exception {
        for (int i = 0; i < 3; i++) {
            given.account(Post.DISPATCHER);
        }
        var first = JSON.readTree(system.get("/api/accounts?limit=2").body());
        assertThat(first.get("items")).hasSize(2);
        var second =
                JSON.readTree(
                        system.get("/api/accounts?limit=2&cursor=" + first.get("next").asString())
                                .body());
        assertThat(second.get("items").get(0).get("username").asString())
                .isGreaterThan(first.get("items").get(1).get("username").asString());
        var found = JSON.readTree(security.get("/api/accounts?q=staff").body());
        assertThat(found.get("items").size()).isGreaterThanOrEqualTo(5);
        assertThat(JSON.readTree(system.get("/api/accounts?q=%25").body()).get("items")).isEmpty();
        assertThat(found.get("items").toString())
                .contains("\"posts\":[\"SECURITY_ADMINISTRATOR\"]", "\"secondFactor\":true");
    }

    @Test
    void theSecurityAdministratorGivesANewOneTimePassword() throws Exception {
        var account = given.account(Post.DISPATCHER);
        var owner = given.signedIn(account);
        String path = "/api/accounts/%s/password".formatted(given.idOf(account));
        assertProblem(system.send("POST", path, "{}"), 403, "signin.not-allowed");
        var made = JSON.readTree(security.send("POST", path, "{}").body());
        assertThat(owner.get("/api/departments").statusCode()).isEqualTo(401);
        assertProblem(
                server.browser().signIn(account.username(), OWN_PASSWORD),
                401,
                "signin.wrong-credentials");
        assertThat(
                        server.browser()
                                .signIn(account.username(), made.get("password").asString())
                                .body())
                .contains("\"mustChangePassword\":true");
    }

    @Test
    void aClosedAccountIsRefusedUntilItIsOpenedAgain() throws Exception {
        var account = given.account(Post.SUPERVISOR);
        var owner = given.signedIn(account);
        String code = owner.send("POST", "/api/devices/invitations", "{}").body();
        var phone = server.browser();
        var registered =
                phone.send(
                        phone.request("/api/devices")
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofString(
                                                "{\"code\":\"%s\",\"name\":\"phone\"}"
                                                        .formatted(
                                                                JSON.readTree(code)
                                                                        .get("code")
                                                                        .asString()))));
        String token = JSON.readTree(registered.body()).get("token").asString();
        String path = "/api/accounts/" + given.idOf(account);
        assertThat(security.send("PUT", path + "/disabled", closing(true)).statusCode())
                .isEqualTo(204);
        assertThat(owner.get("/api/departments").statusCode()).isEqualTo(401);
        assertProblem(withToken(token), 401, "signin.token-not-valid");
        assertProblem(
                server.browser().signIn(account.username(), OWN_PASSWORD),
                403,
                "signin.account-disabled");
        assertProblem(
                server.browser().signIn(account.username(), "wrong"),
                401,
                "signin.wrong-credentials");
        security.send("PUT", path + "/disabled", closing(false));
        assertThat(server.browser().signIn(account.username(), OWN_PASSWORD).statusCode())
                .isEqualTo(200);
        assertThat(withToken(token).statusCode()).isEqualTo(200);
        var devices = JSON.readTree(security.get(path + "/devices").body());
        String device = devices.get(0).get("id").asString();
        assertThat(security.send("DELETE", path + "/devices/" + device, "").statusCode())
                .isEqualTo(204);
        assertProblem(withToken(token), 401, "signin.token-not-valid");
    }

    private static String closing(boolean disabled) {
        return "{\"disabled\":%s,\"reason\":\"left the bureau\"}".formatted(disabled);
    }

    private static java.net.http.HttpResponse<String> withToken(String token) throws Exception {
        var script = server.browser();
        return script.send(
                script.request("/api/departments")
                        .header("Authorization", "Bearer " + token)
                        .GET());
    }

    @Test
    void sessionsAndSecondFactorAreTakenBack() throws Exception {
        var other = given.administrator(Post.AUDIT_ADMINISTRATOR);
        String path = "/api/accounts/" + given.idOf(other.account());
        assertThat(security.send("DELETE", path + "/sessions", "").statusCode()).isEqualTo(204);
        assertThat(other.browser().get("/api/departments").statusCode()).isEqualTo(401);
        assertThat(security.send("DELETE", path + "/second-factor", "").statusCode())
                .isEqualTo(204);
        assertThat(server.browser().signIn(other.account().username(), OWN_PASSWORD).body())
                .contains("\"mustSetUpSecondFactor\":true");
        assertProblem(
                security.send("DELETE", path + "/second-factor", ""),
                404,
                "signin.no-second-factor");
    }

    @Test
    void nobodyDoesItForTheOwnAccount() throws Exception {
        String path = "/api/accounts/" + securityId;
        assertProblem(security.send("POST", path + "/password", "{}"), 409, "signin.own-account");
        assertProblem(
                security.send("DELETE", path + "/second-factor", ""), 409, "signin.own-account");
        assertProblem(
                security.send("PUT", path + "/disabled", closing(true)), 409, "signin.own-account");
        assertProblem(
                security.send("DELETE", "/api/accounts/nobody/sessions", ""),
                404,
                "signin.unknown-account");
    }
}
