package city.gewu.bench;

import city.gewu.assessment.Assessment;
import city.gewu.assessment.Assessment.Figure;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A month's assessment over a year of many cases: all indicators in one statement, beside one
/// statement for each indicator.
final class AssessmentBench {

    private static final int CASES = Integer.getInteger("bench.cases", 1_000_000);
    private static final int ROUNDS = 5;
    private static final String MONTH = "2025-07";

    /// Cases spread evenly over 2025, each a few days long, over 40 departments and 10,000 grids.
    private static final String FILL =
            """
            insert into casework.case_file (
              case_id, case_no, version, head, state, source, category, description, address,
              places, reporter, department, reported_at, filed_at, dispatched_at, due_at,
              first_due_at, handled_at, ended_at, failed_checks)
            select
              n, 'B' || n, 9, decode(repeat('00', 32), 'hex'),
              case when n % 50 = 0 then 'CANCELLED' when n % 20 = 1 then 'HANDLING' else 'CLOSED' end,
              'SUPERVISOR', 'E' || n % 120, 'd', 'a',
              array['BEN', 'G' || n % 10000], 'r', 'D' || n % 40,
              at, at + interval '10 minutes', at + interval '30 minutes',
              at + interval '1 day' * (n % 7 + 1), at + interval '1 day' * (n % 7 + 1),
              case when n % 20 <> 1 then at + interval '1 hour' * (n % 100) end,
              case when n % 20 <> 1 then at + interval '1 hour' * (n % 100 + 2) end,
              case when n % 25 = 3 then 1 else 0 end
            from (
              select
                n,
                timestamptz '2025-01-01 00:00+08' + (n * (interval '365 days' / :cases)) as at
              from generate_series(1, :cases) as n) as spread
            """;

    private AssessmentBench() {}

    static void run(PrintStream out) throws Exception {
        try (var server = new BenchServer();
                var context = BenchCity.open(server, "assessment")) {
            var db = JdbcClient.create(context.getBean(DataSource.class));
            db.sql(FILL).param("cases", CASES).update();
            db.sql("vacuum analyze casework.case_file").update();
            var assessment = context.getBean(Assessment.class);
            out.printf("%,d cases in a year, PostgreSQL %s.%n%n", CASES, server.version());
            out.println("| by | figures | seconds |");
            out.println("|---|---|---|");
            for (String kind : List.of("department", "category", "unit_grid")) {
                measure(out, assessment, kind);
            }
        }
    }

    private static void measure(PrintStream out, Assessment assessment, String kind) {
        var seconds = new ArrayList<Double>();
        var figures = new ArrayList<Figure>();
        for (int round = 0; round <= ROUNDS; round++) {
            figures.clear();
            long start = System.nanoTime();
            assessment.evaluate(MONTH, kind, Optional.empty(), figures::add);
            if (round > 0) {
                seconds.add((System.nanoTime() - start) / 1e9);
            }
        }
        out.printf("| %s | %,d | %.2f |%n", kind, figures.size(), LifecycleBench.median(seconds));
    }
}
