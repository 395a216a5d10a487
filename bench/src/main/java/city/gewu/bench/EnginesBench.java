package city.gewu.bench;

import city.gewu.assessment.ArchivedAssessment;
import city.gewu.assessment.ArchivedAssessment.Engine;
import city.gewu.assessment.ArchivedAssessment.Question;
import city.gewu.assessment.Assessment;
import city.gewu.assessment.Assessment.Figure;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.context.ConfigurableApplicationContext;

/// One set of definitions on three engines: PostgreSQL over the database, DuckDB and Spark over the
/// archive of the same month. Every integer of every figure is compared before anything is timed;
/// then come the limit, the same aggregates written by hand in one pass, and the usual way, one
/// statement for each indicator on PostgreSQL.
final class EnginesBench {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final String MASTER = System.getProperty("bench.master", "local[*]");
    private static final Path LAKE = Path.of("lake/target");

    private final ConfigurableApplicationContext context;
    private final PrintStream out;
    private final Path archive;

    private EnginesBench(ConfigurableApplicationContext context, Path archive, PrintStream out) {
        this.context = context;
        this.archive = archive;
        this.out = out;
    }

    static void run(PrintStream out) throws Exception {
        if (System.getProperty("gewu.lake.home") == null && Files.isDirectory(LAKE)) {
            System.setProperty("gewu.lake.home", LAKE.toAbsolutePath().toString());
        }
        try (var server = new BenchServer();
                var context = EnginesCity.open(server)) {
            out.printf(
                    "%,d cases over %d months, one of them assessed; PostgreSQL %s.%n%n",
                    EnginesCity.CASES, EnginesCity.MONTHS, server.version());
            EnginesCity.fill(context);
            new EnginesBench(context, server.folder().resolve("archive"), out).measure();
        }
    }

    private record Cell(String kind, String subject, String indicator, long above, long below) {}

    private void measure() throws IOException {
        long started = System.nanoTime();
        long rows = EnginesCity.keep(context, archive);
        double seconds = (System.nanoTime() - started) / 1e9;
        out.printf(
                "Archived %,d rows in %.2f s (%,.0f rows/s), %,d KiB.%n%n",
                rows, seconds, rows / seconds, size() >> 10);
        assertEqual();
        out.println();
        out.println("| contender | seconds | rows per core and second |");
        out.println("|---|---|---|");
        double duck = timed("DuckDB, all kinds in one statement", rows, ROUNDS, this::duckDb);
        timed("DuckDB, as `./gewu assess --by unit_grid`", rows, ROUNDS, this::duckDbGrids);
        if (withSpark()) {
            timed("Spark " + MASTER + ", its start included", rows, 1, this::spark);
        }
        if (!Boolean.getBoolean("bench.nopostgres")) {
            timed("PostgreSQL, a statement for each kind and source", rows, 1, this::postgres);
            double each =
                    timed(
                            "PostgreSQL, a statement for each indicator and kind",
                            rows,
                            1,
                            new EachByItself(context)::run);
            out.printf("%nDuckDB against a statement for each indicator: %.1f ×%n", each / duck);
        }
        out.println();
        new ByHand(archive).measure(out, 3 * ROUNDS);
    }

    private boolean withSpark() {
        return System.getProperty("gewu.lake.home") != null && !Boolean.getBoolean("bench.nospark");
    }

    /// Value by value.
    private void assertEqual() {
        var postgres = cells(this::postgres);
        var duck = cells(this::duckDb);
        compare("DuckDB", postgres, duck);
        out.printf("Equal on PostgreSQL and DuckDB: %,d figures.%n", postgres.size());
        if (withSpark()) {
            compare("Spark", postgres, cells(this::spark));
            out.printf("Equal on PostgreSQL and Spark: %,d figures.%n", postgres.size());
        } else {
            out.println("Spark was left out: ./gewu build-lake makes it.");
        }
    }

    private static void compare(
            String engine, Map<String, Cell> expected, Map<String, Cell> found) {
        for (var cell : expected.entrySet()) {
            if (!cell.getValue().equals(found.get(cell.getKey()))) {
                throw new IllegalStateException(
                        "%s has %s instead of %s"
                                .formatted(engine, found.get(cell.getKey()), cell.getValue()));
            }
        }
        if (found.size() != expected.size()) {
            throw new IllegalStateException(
                    "%s has %d figures, not %d".formatted(engine, found.size(), expected.size()));
        }
    }

    private static Map<String, Cell> cells(Consumer<Consumer<Figure>> engine) {
        var cells = new HashMap<String, Cell>();
        engine.accept(it ->
                cells.put(
                        it.subjectKind() + "\t" + it.subject() + "\t" + it.indicator(),
                        new Cell(
                                it.subjectKind(),
                                it.subject(),
                                it.indicator(),
                                it.numerator(),
                                it.denominator())));
        return cells;
    }

    private void postgres(Consumer<Figure> to) {
        var assessment = context.getBean(Assessment.class);
        for (String kind : assessment.listSubjectKinds()) {
            assessment.evaluate(EnginesCity.MONTH, kind, Optional.empty(), to);
        }
    }

    private void duckDb(Consumer<Figure> to) {
        archived(Engine.DUCKDB, ArchivedAssessment.ALL, to);
    }

    private void duckDbGrids(Consumer<Figure> to) {
        archived(Engine.DUCKDB, "unit_grid", to);
    }

    private void spark(Consumer<Figure> to) {
        archived(Engine.SPARK, ArchivedAssessment.ALL, to);
    }

    private void archived(Engine engine, String kind, Consumer<Figure> to) {
        context.getBean(ArchivedAssessment.class)
                .evaluate(
                        new Question(
                                archive,
                                engine,
                                MASTER,
                                Optional.empty(),
                                EnginesCity.MONTH,
                                kind,
                                Optional.empty()),
                        to);
    }

    private double timed(
            String contender, long rows, int rounds, Consumer<Consumer<Figure>> engine) {
        List<Double> seconds = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            long started = System.nanoTime();
            engine.accept(_ -> {});
            seconds.add((System.nanoTime() - started) / 1e9);
        }
        double median = LifecycleBench.median(seconds);
        out.printf(
                Locale.ROOT,
                "| %s | %.2f | %,.0f |%n",
                contender,
                median,
                rows / median / Runtime.getRuntime().availableProcessors());
        return median;
    }

    private long size() throws IOException {
        try (var files = Files.walk(archive)) {
            return files.filter(Files::isRegularFile).mapToLong(it -> it.toFile().length()).sum();
        }
    }
}
