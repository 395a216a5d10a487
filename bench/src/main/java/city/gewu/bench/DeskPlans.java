package city.gewu.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How PostgreSQL goes about the questions of the desk, as its own `auto_explain` tells while they
/// are asked, and kept as a golden file: a plan that turns to reading a big table from end to end
/// is seen as a difference, not as a figure that is somewhat larger than last month's.
/// `-Dgolden.write=true` keeps the plans of this run.
final class DeskPlans {

    private static final Path GOLDEN = Path.of("bench/plans.md");
    private static final Pattern TOLD = Pattern.compile("plan:\\n((?:\\t.*\\n)+)");
    private static final Pattern NAME = Pattern.compile("-- (\\w+\\.\\w+)");

    private static final String HEAD =
            """
            # Plans of the desk at a million cases

            Written by `bench/run desk` with `-Dgolden.write=true`; every later run compares its own with
            them. Statements by the name in their first line, nodes without costs and rows.
            """;

    private final JdbcClient db;
    private final HikariDataSource pool;
    private final Path log;

    DeskPlans(JdbcClient db, HikariDataSource pool, Path log) {
        this.db = db;
        this.pool = pool;
        this.log = log;
    }

    /// Asks each question once more and compares its plans with the golden ones.
    ///
    /// @return whether they are the same
    boolean compare(Map<String, IntFunction<?>> questions, PrintStream out) throws IOException {
        tell("auto_explain");
        var text = new StringBuilder(HEAD);
        for (var question : questions.entrySet()) {
            long before = Files.size(log);
            var _ = question.getValue().apply(1);
            text.append("\n## ").append(question.getKey()).append("\n\n");
            text.append(plans(before));
        }
        tell("");
        String found = text.toString();
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(GOLDEN, found);
        }
        boolean same = Files.exists(GOLDEN) && Files.readString(GOLDEN).equals(found);
        if (!same) {
            Path other = Path.of("bench/target/plans.md");
            Files.writeString(other, found);
            out.printf("%nThe plans are not those of %s; see %s.%n", GOLDEN, other);
        }
        return same;
    }

    /// Settings of a session count from its beginning, so the pool begins new ones.
    private void tell(String libraries) {
        String database = db.sql("select current_database()").query(String.class).single();
        for (var setting :
                Map.of(
                                "session_preload_libraries", libraries,
                                "auto_explain.log_min_duration", "0",
                                "auto_explain.log_format", "json")
                        .entrySet()) {
            db.sql(
                            "alter database %s set %s = '%s'"
                                    .formatted(database, setting.getKey(), setting.getValue()))
                    .update();
        }
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    private String plans(long from) throws IOException {
        byte[] all = Files.readAllBytes(log);
        var written = new String(all, (int) from, all.length - (int) from, UTF_8);
        var json = JsonMapper.shared();
        var plans = new LinkedHashSet<String>();
        Matcher told = TOLD.matcher(written);
        while (told.find()) {
            var one = json.readTree(told.group(1));
            Matcher name = NAME.matcher(one.path("Query Text").asString());
            if (name.find()) {
                var lines = new StringBuilder(name.group(1)).append('\n');
                describe(one.path("Plan"), 1, lines);
                plans.add(lines.toString());
            }
        }
        return plans.stream()
                .map(plan -> "```\n" + plan + "```\n")
                .collect(Collectors.joining("\n"));
    }

    private static void describe(JsonNode node, int depth, StringBuilder lines) {
        lines.append("  ".repeat(depth)).append(node.path("Node Type").asString());
        for (var part :
                Map.of("Index Name", " using ", "Relation Name", " on ").entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .toList()) {
            if (node.has(part.getKey())) {
                lines.append(part.getValue()).append(node.path(part.getKey()).asString());
            }
        }
        lines.append('\n');
        node.path("Plans").forEach(child -> describe(child, depth + 1, lines));
    }
}
