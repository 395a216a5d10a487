package city.gewu;

import city.gewu.people.Post;
import city.gewu.signin.Accounts;
import city.gewu.signin.Accounts.NewAccount;
import com.bastiaanjansen.otp.TOTPGenerator;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/// The whole application on a port of its own, and browsers that talk to it.
public final class TestServer implements AutoCloseable {

    private final ServletWebServerApplicationContext context;

    private TestServer(ServletWebServerApplicationContext context) {
        this.context = context;
    }

    /// Starts the application with settings such as those of `TestDatabase.freshProperties()`.
    public static TestServer start(String... properties) {
        var arguments =
                Stream.concat(Stream.of("server.port=0"), Arrays.stream(properties))
                        .map(property -> "--" + property)
                        .toArray(String[]::new);
        var application = new SpringApplication(GewuApplication.class);
        return new TestServer((ServletWebServerApplicationContext) application.run(arguments));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public ServletWebServerApplicationContext context() {
        return context;
    }

    /// A browser with an empty cookie jar.
    public Browser browser() {
        var server = context.getWebServer();
        if (server == null) {
            throw new IllegalStateException("The application has no web server.");
        }
        return new Browser(URI.create("http://localhost:" + server.getPort()));
    }

    /// The browser of somebody new who holds a post for the whole city and has signed in for good.
    public Browser signedIn(String username, Post post) throws IOException, InterruptedException {
        return signedIn(username, post, "");
    }

    public Browser signedIn(String username, Post post, String department)
            throws IOException, InterruptedException {
        var made =
                bean(Accounts.class)
                        .create(new NewAccount(username, username, Set.of(post), department))
                        .orElseThrow();
        var browser = browser();
        browser.signInForGood(made.username(), made.password());
        return browser;
    }

    @Override
    public void close() {
        context.close();
    }

    /// Keeps cookies and echoes the CSRF token, as the page's script does.
    public static final class Browser {

        private static final Map<String, Phone> PHONES = new ConcurrentHashMap<>();
        private static final String OWN_PASSWORD = "four-quiet-lanterns-7";

        private final URI base;
        private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

        private Browser(URI base) {
            this.base = base;
        }

        public HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return send(request(path).GET());
        }

        /// Sends JSON with the CSRF token, asking for one first when there is none.
        public HttpResponse<String> send(String method, String path, String json)
                throws IOException, InterruptedException {
            return send(
                    request(path)
                            .header("Content-Type", "application/json")
                            .header("X-XSRF-TOKEN", csrf())
                            .method(method, HttpRequest.BodyPublishers.ofString(json)));
        }

        /// Signs a new account in and takes the steps its first sign-in asks for.
        public void signInForGood(String username, String oneTimePassword)
                throws IOException, InterruptedException {
            signIn(username, oneTimePassword);
            changePassword(oneTimePassword, OWN_PASSWORD);
            if (get("/api/session").body().contains("\"mustSetUpSecondFactor\":true")) {
                PHONES.put(username, setUpSecondFactor());
            }
        }

        /// Signs in with the password that `signInForGood` chose; with a second factor it can be
        /// done once.
        public void signInAgain(String username) throws IOException, InterruptedException {
            var phone = PHONES.get(username);
            requireDone(
                    phone == null
                            ? signIn(username, OWN_PASSWORD)
                            : signIn(username, OWN_PASSWORD, phone.code(1)));
        }

        public HttpResponse<String> signIn(String username, String password, String code)
                throws IOException, InterruptedException {
            return send(
                    "POST",
                    "/api/session",
                    "{\"username\":\"%s\",\"password\":\"%s\",\"code\":\"%s\"}"
                            .formatted(username, password, code));
        }

        private static void requireDone(HttpResponse<String> answer) {
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException("Not done: " + answer.body());
            }
        }

        /// The page's token, asked for first when there is none.
        public String csrf() throws IOException, InterruptedException {
            if (cookie("XSRF-TOKEN").isEmpty()) {
                get("/api/session");
            }
            return cookie("XSRF-TOKEN");
        }

        public HttpResponse<String> signIn(String username, String password)
                throws IOException, InterruptedException {
            return send(
                    "POST",
                    "/api/session",
                    "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password));
        }

        /// Replaces a one-time password by one of the person's own.
        public void changePassword(String current, String next)
                throws IOException, InterruptedException {
            requireDone(
                    send(
                            "PUT",
                            "/api/session/password",
                            "{\"current\":\"%s\",\"next\":\"%s\"}".formatted(current, next)));
        }

        /// Sets a second factor up, as administrators must; answers what its app keeps.
        public Phone setUpSecondFactor() throws IOException, InterruptedException {
            var begun = send("POST", "/api/second-factor", "");
            requireDone(begun);
            var secret = begun.body().replaceAll("(?s).*\"secret\":\"([A-Z2-7]+)\".*", "$1");
            var phone = new Phone(secret);
            requireDone(
                    send(
                            "PUT",
                            "/api/second-factor",
                            "{\"code\":\"%s\"}".formatted(phone.code(0))));
            return phone;
        }

        public HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(base.resolve(path));
        }

        public HttpResponse<String> send(HttpRequest.Builder request)
                throws IOException, InterruptedException {
            return http.send(request.build(), Browser::textOf);
        }

        /// A stream of events never ends; it is read no further, and ends with the server.
        private static BodySubscriber<String> textOf(HttpResponse.ResponseInfo answer) {
            boolean stream =
                    answer.headers()
                            .firstValue("Content-Type")
                            .filter(type -> type.startsWith("text/event-stream"))
                            .isPresent();
            return stream
                    ? BodySubscribers.mapping(BodySubscribers.ofInputStream(), _ -> "")
                    : HttpResponse.BodyHandlers.ofString().apply(answer);
        }

        /// All cookies as one header, for whoever speaks HTTP by hand.
        public String cookieHeader() {
            return cookies.getCookieStore().getCookies().stream()
                    .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; "));
        }

        public String cookie(String name) {
            return cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals(name))
                    .map(HttpCookie::getValue)
                    .findFirst()
                    .orElse("");
        }

        /// Puts a cookie of one's own making in place.
        public Browser withCookie(String name, String value) {
            var cookie = new HttpCookie(name, value);
            cookie.setDomain("localhost.local");
            cookie.setPath("/");
            cookie.setVersion(0);
            cookies.getCookieStore().add(base, cookie);
            return this;
        }

        /// Takes over the cookies of another browser: the same person after a restart.
        public Browser withCookiesOf(Browser other) {
            other.cookies
                    .getCookieStore()
                    .getCookies()
                    .forEach(cookie -> cookies.getCookieStore().add(base, cookie));
            return this;
        }
    }

    /// An app that shows codes.
    public record Phone(String secret) {

        /// The code of now, or of some steps of thirty seconds later.
        public String code(int steps) {
            return new TOTPGenerator.Builder(secret)
                    .withHOTPGenerator(codes -> codes.withPasswordLength(6))
                    .build()
                    .at(System.currentTimeMillis() / 1000 + 30L * steps);
        }
    }
}
