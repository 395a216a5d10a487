package city.gewu.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.GoldenFile;
import city.gewu.platform.ProblemStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Every refusal the sources can utter is listed in `docs/problems.md`. Codes are part of the API.
class ProblemCodesTest {

    private static final Path SOURCES = Path.of("src/main/java/city/gewu");
    private static final Path LIST = Path.of("../docs/problems.md");
    private static final Pattern REFUSAL =
            Pattern.compile(
                    "(?:new RefusedException|new Refusal|[Rr]efused|refuse)\\(\\s*\"([a-z0-9.-]+\\.[a-z0-9-]+)\"");
    private static final Pattern CODE = Pattern.compile("[a-z]+\\.[a-z0-9]+(-[a-z0-9]+)*");

    @Test
    void everyRefusalIsListed() throws IOException {
        var modules = new TreeMap<String, TreeSet<String>>();
        try (var files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String module = SOURCES.relativize(file).getName(0).toString();
                REFUSAL.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(code ->
                                modules.computeIfAbsent(code, _ -> new TreeSet<>()).add(module));
            }
        }
        assertThat(modules.keySet())
                .isNotEmpty()
                .allSatisfy(code -> assertThat(code).matches(CODE));
        GoldenFile.check(
                LIST,
                modules.entrySet().stream()
                        .map(entry ->
                                "| `%s` | %d | %s |"
                                        .formatted(
                                                entry.getKey(),
                                                ProblemStatus.of(entry.getKey()).value(),
                                                String.join(", ", entry.getValue())))
                        .collect(Collectors.joining("\n", HEAD, "\n")));
    }

    private static final String HEAD =
            """
            # Problem codes

            What the application can refuse, with the HTTP status of the answer and the module that says it. A
            code is part of the API and is never renamed. `request.*` are said by the web layer about the form
            of a request, `internal` when something broke inside.

            | code | status | said by |
            |---|---|---|
            """;
}
