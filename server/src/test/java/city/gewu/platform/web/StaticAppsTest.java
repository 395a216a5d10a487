package city.gewu.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.TestServer;
import city.gewu.TestServer.Browser;
import city.gewu.database.TestDatabase;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The apps in the jar, or the little one among the test resources when the jar holds none.
class StaticAppsTest {

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(TestDatabase.freshProperties());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theFrontDoorLeadsToTheDesk() throws Exception {
        var answer = browser().get("/");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/desk/"));
    }

    @Test
    void anAddressInsideTheAppIsTheAppsPage() throws Exception {
        String page = browser().get("/desk/").body();
        assertThat(page).contains("<html");
        assertThat(browser().get("/desk/cases/7").body()).isEqualTo(page);
        assertThat(cacheControl("/desk/cases/7")).isEqualTo("no-cache");
        assertThat(cacheControl("/desk/")).isEqualTo("no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/field", "/m"})
    void theAppsOfTheStreetAreServedLikeTheDesk(String app) throws Exception {
        var door = browser().get(app);
        assertThat(door.statusCode()).isEqualTo(302);
        assertThat(door.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith(app + "/"));
        String page = browser().get(app + "/").body();
        assertThat(page).contains("<html");
        assertThat(browser().get(app + "/reports/7").body()).isEqualTo(page);
        assertThat(cacheControl(app + "/reports/7")).isEqualTo("no-cache");
        assertThat(browser().get(app + "/missing.js").statusCode()).isEqualTo(404);
        assertThat(cacheControl(app + "/assets/probe-0.js"))
                .isEqualTo("max-age=31536000, public, immutable");
        assertThat(browser().get(app + "/").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("script-src 'self';"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/field", "/m"})
    void whatInstallsAnAppIsAskedForAgainEachTime(String app) throws Exception {
        assertThat(cacheControl(app + "/probe.webmanifest")).isEqualTo("no-cache");
        assertThat(contentType(app + "/probe.webmanifest")).startsWith("application/manifest+json");
        assertThat(cacheControl(app + "/probe.js")).isEqualTo("no-cache");
        assertThat(contentType(app + "/probe.js")).startsWith("text/javascript");
    }

    @Test
    void theTypeOfAProblemLeadsToThePageThatExplainsIt() throws Exception {
        var answer = browser().get("/problems/casework.stale");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(
                        to -> assertThat(to).endsWith("/desk/problems?code=casework.stale"));
    }

    @Test
    void aFileThatIsMissingIsMissing() throws Exception {
        assertThat(browser().get("/desk/missing.js").statusCode()).isEqualTo(404);
        assertThat(browser().get("/desk/assets/missing").statusCode()).isEqualTo(404);
        assertThat(browser().get("/desk/../../application.yaml").statusCode()).isNotEqualTo(200);
    }

    @Test
    void assetsAreKeptForAYear() throws Exception {
        assertThat(cacheControl("/desk/assets/probe-0.js"))
                .isEqualTo("max-age=31536000, public, immutable");
    }

    private static String cacheControl(String path) throws IOException, InterruptedException {
        return browser().get(path).headers().firstValue("Cache-Control").orElse("");
    }

    private static String contentType(String path) throws IOException, InterruptedException {
        return browser().get(path).headers().firstValue("Content-Type").orElse("");
    }

    private static Browser browser() {
        return server.browser();
    }
}
