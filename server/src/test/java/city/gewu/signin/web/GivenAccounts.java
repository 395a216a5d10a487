package city.gewu.signin.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.TestServer;
import city.gewu.TestServer.Browser;
import city.gewu.TestServer.Phone;
import city.gewu.people.Post;
import city.gewu.signin.Accounts;
import city.gewu.signin.Accounts.NewAccount;
import city.gewu.signin.Accounts.OneTimePassword;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// Accounts of a server under test, and browsers in which somebody is signed in.
final class GivenAccounts {

    static final String OWN_PASSWORD = "blue tram 7 heron";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Pattern CURRENT =
            Pattern.compile("\"id\":\"([^\"]+)\"[^}]*\"current\":true");

    private final TestServer server;

    GivenAccounts(TestServer server) {
        this.server = server;
    }

    /// @param browser where the administrator is signed in, with both factors
    record Administrator(OneTimePassword account, Browser browser, Phone phone) {}

    OneTimePassword account(Post post) {
        return server.bean(Accounts.class)
                .create(new NewAccount("staff" + NUMBER.incrementAndGet(), "王某", Set.of(post), ""))
                .orElseThrow();
    }

    /// A browser in which the account is signed in, with [#OWN_PASSWORD] from now on.
    Browser signedIn(OneTimePassword account) throws IOException, InterruptedException {
        var browser = server.browser();
        browser.signIn(account.username(), account.password());
        browser.changePassword(account.password(), OWN_PASSWORD);
        return browser;
    }

    Administrator administrator(Post post) throws IOException, InterruptedException {
        var account = account(post);
        var browser = signedIn(account);
        return new Administrator(account, browser, browser.setUpSecondFactor());
    }

    String currentSession(Browser browser) throws IOException, InterruptedException {
        var found = CURRENT.matcher(browser.get("/api/sessions").body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    String idOf(OneTimePassword account) {
        return server.bean(Accounts.class).list().stream()
                .filter(one -> one.username().equals(account.username()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /// A session that was changed behind the server's back is looked up again after five seconds.
    void waitUntilLookedUpAgain() throws InterruptedException {
        Thread.sleep(5_100);
    }

    static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
        assertThat(answer.statusCode()).isEqualTo(status);
    }
}
