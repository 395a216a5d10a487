package city.gewu.bench;

import city.gewu.assessment.store.IndicatorFiles;
import city.gewu.engine.indicator.ManyKinds;
import city.gewu.engine.indicator.ManyKinds.Kind;
import city.gewu.engine.indicator.ManyKinds.Moments;
import city.gewu.engine.indicator.Source;
import city.gewu.engine.indicator.Subject;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The limit: what somebody who knows DuckDB would write for six indicators of cases by four kinds,
/// in one pass over the same file, beside the statement composed from the definitions.
final class ByHand {

    private static final List<String> CODES =
            List.of(
                    "cases_filed",
                    "on_time_rate",
                    "closing_rate",
                    "overdue_open",
                    "mean_handling_hours",
                    "rework_rate");

    private static final List<Kind> KINDS =
            List.of(
                    new Kind(Subject.DEPARTMENT, "department"),
                    new Kind(Subject.CATEGORY, "category"),
                    new Kind(Subject.LEVEL, "unit_street"),
                    new Kind(Subject.LEVEL, "unit_unit_grid"));

    /// In both answers: filed, on time, closed, due, overdue, seconds, timed, reworked, handled.
    private static final List<String> COMPOSED =
            List.of("n0", "n1", "n2", "d1", "n3", "n4", "d4", "n5", "d5");

    private static final List<String> BY_HAND =
            List.of(
                    "filed",
                    "on_time",
                    "closed",
                    "due",
                    "overdue",
                    "seconds",
                    "timed",
                    "reworked",
                    "handled");

    private final Path file;

    ByHand(Path archive) {
        file = archive.resolve("city=BEN/month=2025-07/casework-pub-case.parquet");
    }

    void measure(PrintStream out, int rounds) throws IOException {
        try (var duck = DriverManager.getConnection("jdbc:duckdb:")) {
            try (var statement = duck.createStatement()) {
                statement.execute("create view facts as from read_parquet('%s')".formatted(file));
            }
            String definitions = composed();
            String hand = byHand();
            requireEqual(answers(duck, definitions, COMPOSED), answers(duck, hand, BY_HAND));
            var ours = new ArrayList<Double>();
            var theirs = new ArrayList<Double>();
            for (int round = 0; round <= rounds; round++) {
                ours.add(seconds(duck, definitions));
                theirs.add(seconds(duck, hand));
            }
            double composed = LifecycleBench.median(ours.subList(1, ours.size()));
            double byHand = LifecycleBench.median(theirs.subList(1, theirs.size()));
            out.println("Six indicators of cases by department, category, street and unit grid:");
            out.println();
            out.println("| contender | seconds | × by hand |");
            out.println("|---|---|---|");
            out.printf("| by hand, one pass | %.3f | 1.00 |%n", byHand);
            out.printf("| from the definitions | %.3f | %.2f |%n", composed, composed / byHand);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String byHand() {
        return """
        select
          case when grouping(department) = 0 then coalesce(nullif(department, ''), '-') end as department,
          case when grouping(category) = 0 then coalesce(nullif(category, ''), '-') end as category,
          case when grouping(unit_street) = 0 then coalesce(nullif(unit_street, ''), '-') end as unit_street,
          case when grouping(unit_unit_grid) = 0 then coalesce(nullif(unit_unit_grid, ''), '-') end as unit_unit_grid,
          count(*) filter (where filed_at >= f and filed_at < t) as filed,
          count(*) filter (where due_at >= f and due_at < t and cancelled = 0 and closed_at <= due_at) as on_time,
          count(*) filter (where due_at >= f and due_at < t and cancelled = 0 and closed_at < t) as closed,
          count(*) filter (where due_at >= f and due_at < t and cancelled = 0
            and (due_at < as_of or handled_at is not null or closed_at is not null)) as due,
          count(*) filter (where due_at < t and due_at < as_of and reported_at < t and (ended_at is null or ended_at >= t)) as overdue,
          sum(handling_seconds) filter (where handled_at >= f and handled_at < t) as seconds,
          count(handling_seconds) filter (where handled_at >= f and handled_at < t) as timed,
          count(*) filter (where handled_at >= f and handled_at < t and failed_checks > 0) as reworked,
          count(*) filter (where handled_at >= f and handled_at < t) as handled
        from read_parquet('%s'),
          (select timestamp '2025-06-30 16:00:00' as f, timestamp '2025-07-31 16:00:00' as t)
        group by grouping sets ((department), (category), (unit_street), (unit_unit_grid))
        order by 1, 2, 3, 4
        """
                .formatted(file);
    }

    private static String composed() throws IOException {
        var indicators =
                IndicatorFiles.indicatorBook("").indicators().stream()
                        .filter(it -> CODES.contains(it.code()))
                        .toList();
        return new ManyKinds(indicators, KINDS)
                .sql(
                        Map.of(Source.CASES, "select * from facts"),
                        new Moments(
                                "timestamp '2025-06-30 16:00:00'",
                                "timestamp '2025-07-31 16:00:00'",
                                "as_of"));
    }

    /// The numbers of each subject; by hand the kinds that a row is not of are null.
    private static Map<String, List<Long>> answers(
            Connection duck, String sql, List<String> columns) throws SQLException {
        var answers = new HashMap<String, List<Long>>();
        try (var statement = duck.createStatement();
                var row = statement.executeQuery(sql)) {
            boolean composed = columns.equals(COMPOSED);
            while (row.next()) {
                String subject = "";
                for (int kind = 0; kind < KINDS.size() && subject.isEmpty(); kind++) {
                    String name = row.getString(composed ? "subject" : KINDS.get(kind).column());
                    if (name != null && (!composed || row.getInt("kind") == kind)) {
                        subject = kind + " " + name;
                    }
                }
                var numbers = new ArrayList<Long>();
                for (String column : columns) {
                    numbers.add(row.getLong(column));
                }
                answers.put(subject, numbers);
            }
        }
        // A subject that nothing of the month concerns has a row by hand only.
        answers.values().removeIf(numbers -> numbers.stream().allMatch(it -> it == 0));
        return answers;
    }

    private static void requireEqual(Map<String, List<Long>> ours, Map<String, List<Long>> theirs) {
        if (ours.isEmpty() || !ours.equals(theirs)) {
            throw new IllegalStateException("The definitions and the hand do not count the same");
        }
    }

    private static double seconds(Connection duck, String sql) throws SQLException {
        long started = System.nanoTime();
        long rows = 0;
        try (var statement = duck.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                rows++;
            }
        }
        if (rows == 0) {
            throw new IllegalStateException("There is nothing in the month");
        }
        return (System.nanoTime() - started) / 1e9;
    }
}
