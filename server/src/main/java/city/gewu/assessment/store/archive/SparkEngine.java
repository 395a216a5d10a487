package city.gewu.assessment.store.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.gewu.platform.RefusedException;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Spark in a process of its own, with a class path of its own: `lake/` beside the server. It is
/// given the statement and the files, and its standard output is read line by line.
@Component
public class SparkEngine {

    private static final String MAIN = "city.gewu.lake.SparkFigures";
    private static final String END = "rows";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// What Spark opens of the JDK, and what it does that JDK 25 warns of.
    private static final List<String> OPENED =
            List.of(
                    "java.lang",
                    "java.lang.invoke",
                    "java.lang.reflect",
                    "java.io",
                    "java.net",
                    "java.nio",
                    "java.util",
                    "java.util.concurrent",
                    "java.util.concurrent.atomic",
                    "jdk.internal.ref",
                    "sun.nio.ch",
                    "sun.nio.cs",
                    "sun.security.action",
                    "sun.util.calendar");

    private final String home;
    private final String memory;

    SparkEngine(
            @Value("${gewu.lake.home:}") String home,
            @Value("${gewu.spark.memory:1g}") String memory) {
        this.home = home;
        this.memory = memory;
    }

    /// @param master `local[*]` or `spark://host:7077`
    public void run(Work work, String master, Work.Rows to) {
        try {
            var job = Files.createTempFile("gewu-assess", ".json");
            try {
                Files.writeString(job, describe(work));
                read(start(job, master), work.integers(), to);
            } finally {
                Files.deleteIfExists(job);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String describe(Work work) {
        var views =
                work.views().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        view ->
                                                view.getValue().stream()
                                                        .map(Path::toString)
                                                        .toList()));
        return JSON.writeValueAsString(
                Map.of(
                        "root", work.root().toString(),
                        "views", views,
                        "sql", work.sql(),
                        "integers", work.integers()));
    }

    private Process start(Path job, String master) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:+IgnoreUnrecognizedVMOptions",
                        "-Xmx" + memory,
                        "--add-modules=jdk.incubator.vector",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dio.netty.tryReflectionSetAccessible=true",
                        "-Dgewu.spark.executor.memory=" + memory));
        OPENED.forEach(name -> command.add("--add-opens=java.base/%s=ALL-UNNAMED".formatted(name)));
        command.addAll(List.of("-cp", classPath(), MAIN, job.toString(), master));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private String classPath() {
        var classes = Path.of(home, "classes");
        var jars = Path.of(home, "spark", "jars");
        if (home.isBlank() || !Files.isDirectory(classes) || !Files.isDirectory(jars)) {
            throw new RefusedException(
                    "archive.no-spark",
                    "Spark is not built here (%s)."
                            .formatted(home.isBlank() ? "gewu.lake.home is not set" : home),
                    "Start with ./gewu assess --engine spark, which builds it, or set gewu.lake.home to lake/target of a build with -Plake.");
        }
        return classes + File.pathSeparator + jars + File.separator + "*";
    }

    private static void read(Process process, int integers, Work.Rows to) throws IOException {
        long rows = 0;
        long told = -1;
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            var values = new long[integers];
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(END)) {
                    told = Long.parseLong(line.substring(END.length() + 1));
                } else {
                    hand(line, values, to);
                    rows++;
                }
            }
            if (process.waitFor() != 0 || told != rows) {
                throw new RefusedException(
                        "archive.spark-failed",
                        "Spark ended after %d rows without a whole result.".formatted(rows),
                        "What it said stands above; see that the master answers and that its workers can read the archive under the same path.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Spark was working.", e);
        } finally {
            process.destroy();
        }
    }

    private static void hand(String line, long[] values, Work.Rows to) {
        int kind = line.indexOf('\t');
        int subject = line.indexOf('\t', kind + 1);
        int at = subject;
        for (int i = 0; i < values.length; i++) {
            int end = line.indexOf('\t', at + 1);
            values[i] = Long.parseLong(line, at + 1, end < 0 ? line.length() : end, 10);
            at = end;
        }
        to.row(
                Integer.parseInt(line, 0, kind, 10),
                plain(line.substring(kind + 1, subject)),
                values);
    }

    private static String plain(String text) {
        return text.indexOf('\\') < 0
                ? text
                : text.replace("\\t", "\t").replace("\\n", "\n").replace("\\\\", "\\");
    }
}
