package city.gewu.signin.web;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// A real provider: Keycloak with one realm, unpacked by the build, on a port of its own.
final class Keycloak implements AutoCloseable {

    static final String SECRET = "only-for-this-test-realm";
    private static final Path UNPACKED = Path.of("target/keycloak");
    private static final Duration LONGEST_START = Duration.ofMinutes(8);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final int port;
    private final Path log;

    record Person(String username, String password) {}

    private Keycloak(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    static String issuer(int port) {
        return "http://localhost:%d/realms/city".formatted(port);
    }

    static Keycloak start(int port, List<Person> people) throws IOException, InterruptedException {
        var home = home();
        var imported = Files.createDirectories(home.resolve("data/import"));
        Files.writeString(imported.resolve("city-realm.json"), realm(people));
        var log = Path.of("target/keycloak.log");
        var builder =
                new ProcessBuilder(
                                home.resolve("bin/kc.sh").toString(),
                                "start-dev",
                                "--http-host=localhost",
                                "--http-port=" + port,
                                "--db=dev-mem",
                                "--cache=local",
                                "--import-realm")
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx400m");
        builder.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
        var keycloak = new Keycloak(builder.start(), port, log);
        keycloak.waitUntilReady();
        return keycloak;
    }

    private static Path home() throws IOException {
        try (var found = Files.list(UNPACKED)) {
            return found.filter(path -> path.getFileName().toString().startsWith("keycloak-"))
                    .findFirst()
                    .orElseThrow()
                    .toAbsolutePath();
        }
    }

    private void waitUntilReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                break;
            }
            try {
                var asked =
                        HttpRequest.newBuilder(
                                        URI.create(
                                                issuer(port) + "/.well-known/openid-configuration"))
                                .timeout(Duration.ofSeconds(5))
                                .build();
                if (HTTP.send(asked, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // It is still starting.
            }
            Thread.sleep(500);
        }
        close();
        throw new IllegalStateException("Keycloak did not start:\n" + Files.readString(log));
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String realm(List<Person> people) {
        return """
        {"realm": "city", "enabled": true, "sslRequired": "none",
         "clients": [{"clientId": "gewu", "secret": "%s", "publicClient": false,
           "standardFlowEnabled": true, "directAccessGrantsEnabled": false,
           "redirectUris": ["*"], "attributes": {"pkce.code.challenge.method": "S256"}}],
         "users": [%s]}
        """
                .formatted(
                        SECRET,
                        people.stream().map(Keycloak::user).collect(Collectors.joining(",")));
    }

    private static String user(Person person) {
        return """
        {"username": "%1$s", "enabled": true, "email": "%1$s@example.org", "emailVerified": true,
         "firstName": "%1$s", "lastName": "City",
         "credentials": [{"type": "password", "value": "%2$s", "temporary": false}]}
        """
                .formatted(person.username(), person.password());
    }
}
