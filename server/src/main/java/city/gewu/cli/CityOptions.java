package city.gewu.cli;

import city.gewu.GewuApplication;
import city.gewu.platform.RefusedException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Option;

/// Where the city lives; every command has these.
final class CityOptions {

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "./data", descriptionKey = "data")
    Path data = Path.of("data");

    @Option(names = "--db", paramLabel = "URL", descriptionKey = "db")
    @Nullable String database;

    /// The application without its HTTP edge, for one piece of work.
    ConfigurableApplicationContext open() {
        return start(WebApplicationType.NONE, Map.of("spring.main.lazy-initialization", "true"));
    }

    /// Only what counts an archive, beside whatever owns the data directory.
    ConfigurableApplicationContext openArchive() {
        return start(
                ArchiveAlone.class,
                WebApplicationType.NONE,
                Map.of("spring.main.lazy-initialization", "true"));
    }

    ConfigurableApplicationContext start(WebApplicationType type, Map<String, String> more) {
        return start(GewuApplication.class, type, more);
    }

    private ConfigurableApplicationContext start(
            Class<?> application, WebApplicationType type, Map<String, String> more) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("gewu.data", data.toAbsolutePath().normalize().toString());
        addDatabase(settings);
        settings.putAll(more);
        return new SpringApplicationBuilder(application)
                .web(type)
                .logStartupInfo(false)
                .run(arguments(settings));
    }

    /// As arguments they outrank the settings file in the jar.
    private static String[] arguments(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .map(setting -> "--%s=%s".formatted(setting.getKey(), setting.getValue()))
                .toArray(String[]::new);
    }

    private void addDatabase(Map<String, Object> settings) {
        if (database == null) {
            return;
        }
        String url = database.startsWith("jdbc:") ? database.substring(5) : database;
        try {
            var uri = URI.create(url);
            if (!"postgresql".equals(uri.getScheme()) || uri.getHost() == null) {
                throw new IllegalArgumentException("not a PostgreSQL address");
            }
            String query = uri.getQuery() == null ? "" : "?" + uri.getQuery();
            settings.put(
                    "spring.datasource.url",
                    "jdbc:postgresql://%s%s%s%s"
                            .formatted(
                                    uri.getHost(),
                                    uri.getPort() < 0 ? "" : ":" + uri.getPort(),
                                    uri.getPath(),
                                    query));
            addUser(settings, uri.getUserInfo());
        } catch (IllegalArgumentException e) {
            throw new RefusedException(
                    "cli.bad-database",
                    "The database address is not understood: %s.".formatted(e.getMessage()),
                    "Write it as --db postgresql://user:password@host:5432/name");
        }
    }

    private static void addUser(Map<String, Object> settings, @Nullable String userInfo) {
        if (userInfo == null) {
            return;
        }
        int colon = userInfo.indexOf(':');
        settings.put(
                "spring.datasource.username", colon < 0 ? userInfo : userInfo.substring(0, colon));
        if (colon >= 0) {
            settings.put("spring.datasource.password", userInfo.substring(colon + 1));
        }
    }
}
