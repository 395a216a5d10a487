package city.gewu.signin.web;

import static city.gewu.signin.web.GivenAccounts.OWN_PASSWORD;
import static city.gewu.signin.web.GivenAccounts.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.TestServer;
import city.gewu.TestServer.Browser;
import city.gewu.database.TestDatabase;
import city.gewu.people.Post;
import city.gewu.signin.web.RateLimits.Door;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// How often strangers may knock, and that guessing keeps nobody out.
class RateLimitsTest {

    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-03-03T04:00:00Z"), ZoneOffset.UTC);

    @Test
    void anAddressThatKnocksTooOftenWaits() {
        var limits = new RateLimits(NOON, 300, 2, 60, 600);
        assertThat(limits.waitFor(Door.DEVICES, "198.51.100.7")).isZero();
        assertThat(limits.waitFor(Door.DEVICES, "198.51.100.7")).isZero();
        assertThat(limits.waitFor(Door.DEVICES, "198.51.100.7"))
                .isBetween(Duration.ofMillis(1), Duration.ofSeconds(30));
        assertThat(limits.waitFor(Door.DEVICES, "198.51.100.8")).isZero();
        assertThat(limits.waitFor(Door.SIGN_IN, "198.51.100.7")).isZero();
    }

    @Test
    void addressesOfOneIpv6NetworkAreOne() {
        assertThat(RateLimits.network("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(RateLimits.network("2001:db8:1:2::9"))
                .isNotEqualTo(RateLimits.network("2001:db8:1:3::9"));
        assertThat(RateLimits.network("198.51.100.7")).isEqualTo("198.51.100.7");
    }

    @Test
    void theAnswerSaysWhenToTryAgain() throws Exception {
        var settings = with("gewu.limits.devices=3", "gewu.limits.public=5");
        try (var server = TestServer.start(settings)) {
            var browser = server.browser();
            for (int i = 0; i < 3; i++) {
                assertProblem(
                        browser.send("POST", "/api/devices", "{\"code\":\"x\",\"name\":\"y\"}"),
                        422,
                        "signin.bad-device-code");
            }
            var answer = browser.send("POST", "/api/devices", "{\"code\":\"x\",\"name\":\"y\"}");
            assertProblem(answer, 429, "signin.too-many-requests");
            assertThat(answer.headers().firstValue("Retry-After").map(Integer::valueOf))
                    .hasValueSatisfying(seconds -> assertThat(seconds).isBetween(1, 21));
            for (int i = 0; i < 5; i++) {
                assertThat(browser.get("/actuator/health").statusCode()).isEqualTo(200);
            }
            assertThat(browser.get("/actuator/health").statusCode()).isEqualTo(429);
        }
    }

    /// Without a proxy that is trusted, an address somebody writes into a header is a story.
    @Test
    void aForwardedAddressCountsOnlyFromAProxy() throws Exception {
        try (var server = TestServer.start(with("gewu.limits.devices=2"))) {
            assertThat(forwarded(server.browser(), "203.0.113.1")).isEqualTo(422);
            assertThat(forwarded(server.browser(), "203.0.113.2")).isEqualTo(422);
            assertThat(forwarded(server.browser(), "203.0.113.3")).isEqualTo(429);
        }
    }

    private static int forwarded(Browser browser, String address) throws Exception {
        return browser.send(
                        browser.request("/api/devices")
                                .header("Content-Type", "application/json")
                                .header("X-Forwarded-For", address)
                                .POST(BodyPublishers.ofString("{\"code\":\"x\",\"name\":\"y\"}")))
                .statusCode();
    }

    /// Thirty addresses guess at one account; the owner's own browser signs in at once, and a
    /// stranger who has guessed the password by then does not.
    @Test
    void guessingFromManyAddressesSlowsStrangersAndNotTheOwner() throws Exception {
        var settings = with("server.forward-headers-strategy=native");
        try (var server = TestServer.start(settings)) {
            var given = new GivenAccounts(server);
            var account = given.account(Post.DISPATCHER);
            var owner = given.signedIn(account);
            int answered = 0;
            for (int i = 0; i < 30; i++) {
                var answer = guess(server.browser(), account.username(), "198.51.100." + i);
                answered += answer.statusCode() == 401 ? 1 : 0;
            }
            assertThat(answered).isEqualTo(20);
            assertProblem(
                    server.browser().signIn(account.username(), OWN_PASSWORD),
                    429,
                    "signin.too-many-attempts");
            assertThat(owner.signIn(account.username(), OWN_PASSWORD).statusCode()).isEqualTo(200);
            var fresh = given.account(Post.DISPATCHER);
            for (int i = 0; i < 30; i++) {
                guess(server.browser(), fresh.username(), "203.0.113." + i);
            }
            assertProblem(
                    guess(server.browser(), fresh.username(), "203.0.113.99"),
                    429,
                    "signin.too-many-attempts");
            assertThat(server.browser().signIn(fresh.username(), fresh.password()).statusCode())
                    .isEqualTo(200);
        }
    }

    private static HttpResponse<String> guess(Browser browser, String username, String address)
            throws Exception {
        return browser.send(
                browser.request("/api/session")
                        .header("Content-Type", "application/json")
                        .header("X-XSRF-TOKEN", browser.csrf())
                        .header("X-Forwarded-For", address)
                        .POST(
                                BodyPublishers.ofString(
                                        "{\"username\":\"%s\",\"password\":\"a guess\"}"
                                                .formatted(username))));
    }

    @Test
    void aCityMayAskForHttpsOnly() throws Exception {
        var settings = with("gewu.require-https=true");
        try (var server = TestServer.start(settings)) {
            var browser = server.browser();
            assertProblem(browser.get("/api/session"), 403, "signin.not-allowed-in-clear");
            var page = browser.get("/desk/cases?view=all");
            assertThat(page.statusCode()).isEqualTo(308);
            assertThat(page.headers().firstValue("Location"))
                    .hasValue("https://localhost/desk/cases?view=all");
            assertThat(browser.get("/actuator/health").statusCode()).isEqualTo(200);
        }
    }

    private static String[] with(String... more) {
        return Stream.concat(Arrays.stream(TestDatabase.freshProperties()), Arrays.stream(more))
                .toArray(String[]::new);
    }
}
