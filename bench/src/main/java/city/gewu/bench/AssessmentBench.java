package city.gewu.bench;

import city.gewu.assessment.Assessment;
import city.gewu.assessment.Assessment.Figure;
import city.gewu.territory.Territory;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A month's assessment over a year of many cases: all indicators in one statement, beside the way
/// one would write them by hand, a statement for each.
final class AssessmentBench {

    private static final int CASES = Integer.getInteger("bench.cases", 1_000_000);
    private static final int ROUNDS = 5;
    static final String MONTH = "2025-07";
    static final LocalDate FIRST = LocalDate.of(2025, 7, 1);

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

    /// What happened to them, eight steps each, by forty people of the centre.
    private static final String FILL_EVENTS =
            """
            insert into casework.case_event
              (case_id, seq, kind, at, recorded_at, actor, details, state_hash, hash)
            select
              case_id, step.seq, step.kind, reported_at + step.after, reported_at + step.after,
              'P' || case_id % 40, '{}', decode(repeat('00', 32), 'hex'),
              decode(repeat('00', 32), 'hex')
            from casework.case_file
            cross join (values
              (1, 'reported', interval '0'), (2, 'accepted', interval '5 minutes'),
              (3, 'filed', interval '10 minutes'), (4, 'dispatched', interval '30 minutes'),
              (5, 'handled', interval '20 hours'), (6, 'check-requested', interval '21 hours'),
              (7, 'check-passed', interval '22 hours'), (8, 'closed', interval '23 hours')
            ) as step (seq, kind, after)
            """;

    private static final String FILL_TASKS =
            """
            insert into patrol.task
              (case_id, kind, round, asked_at, state, person_id, given_at, due_at, outcome, at,
               received_at)
            select
              case_id, 'CHECK', 1, handled_at, 'DONE', 'S' || case_id % 400, handled_at,
              handled_at + interval '2 hours', 'PASSED', handled_at + interval '1 minute' * (case_id % 150),
              handled_at + interval '1 minute' * (case_id % 150)
            from casework.case_file
            where handled_at is not null
            """;

    private static final String BY_HAND =
            """
            select department as subject, %s as above, %s as below
            from casework.pub_case
            where %s
            group by department
            """;
    private static final String DUE = "due_at >= :from and due_at < :to and cancelled = 0";
    private static final String HANDLED = "handled_at >= :from and handled_at < :to";

    private static final Map<String, String> STATEMENTS =
            Map.of(
                    "cases_filed",
                    BY_HAND.formatted("count(*)", "1", "filed_at >= :from and filed_at < :to"),
                    "on_time_rate",
                    BY_HAND.formatted(
                            "count(*) filter (where closed_at <= due_at)", "count(*)", DUE),
                    "closing_rate",
                    BY_HAND.formatted("count(*) filter (where closed_at < :to)", "count(*)", DUE),
                    "overdue_open",
                    BY_HAND.formatted(
                            "count(*)",
                            "1",
                            "due_at < :to and reported_at < :to and (ended_at is null or ended_at >= :to)"),
                    "mean_handling_hours",
                    BY_HAND.formatted(
                            "sum(floor(extract(epoch from handled_at - dispatched_at)))",
                            "count(dispatched_at)",
                            HANDLED),
                    "rework_rate",
                    BY_HAND.formatted(
                            "count(*) filter (where failed_checks > 0)", "count(*)", HANDLED));

    private record Cell(String subject, String indicator, long above, long below) {}

    private final JdbcClient db;
    private final Assessment assessment;

    private AssessmentBench(JdbcClient db, Assessment assessment) {
        this.db = db;
        this.assessment = assessment;
    }

    static void run(PrintStream out) throws Exception {
        try (var server = new BenchServer();
                var context = BenchCity.open(server, "assessment")) {
            var db = JdbcClient.create(context.getBean(DataSource.class));
            db.sql(FILL).param("cases", CASES).update();
            db.sql(FILL_EVENTS).update();
            db.sql(FILL_TASKS).update();
            db.sql("vacuum analyze casework.case_file, casework.case_event, patrol.task").update();
            out.printf(
                    "%,d cases in a year, one month of it, PostgreSQL %s.%n%n",
                    CASES, server.version());
            var assessment = context.getBean(Assessment.class);
            new AssessmentBench(db, assessment).measure(out);
            new AllIndicatorsBench(db, assessment, context.getBean(Territory.class)).measure(out);
        }
    }

    private void measure(PrintStream out) {
        assertEqual();
        out.println("| by | figures | seconds |");
        out.println("|---|---|---|");
        for (String kind : List.of("department", "category", "unit_grid")) {
            int figures = figures(kind).size();
            out.printf("| %s | %,d | %.2f |%n", kind, figures, seconds(() -> figures(kind)));
        }
        out.printf(
                "| department, a statement for each of %d indicators | | %.2f |%n",
                STATEMENTS.size(), seconds(this::byHand));
    }

    /// Equal results first.
    private void assertEqual() {
        Map<Cell, Boolean> ours = new LinkedHashMap<>();
        for (var it : figures("department")) {
            if (STATEMENTS.containsKey(it.indicator())
                    && (it.numerator() != 0 || it.denominator() > 1)) {
                ours.put(
                        new Cell(it.subject(), it.indicator(), it.numerator(), it.denominator()),
                        true);
            }
        }
        for (var cell : byHand()) {
            if (ours.remove(cell) == null) {
                throw new IllegalStateException("Only by hand: " + cell);
            }
        }
        if (!ours.isEmpty()) {
            throw new IllegalStateException("Not by hand: " + ours.keySet());
        }
    }

    private List<Figure> figures(String kind) {
        var figures = new ArrayList<Figure>();
        assessment.evaluate(MONTH, kind, Optional.empty(), figures::add);
        return figures;
    }

    private List<Cell> byHand() {
        var cells = new ArrayList<Cell>();
        STATEMENTS.forEach((code, sql) -> cells.addAll(byHand(code, sql)));
        return cells;
    }

    private List<Cell> byHand(String code, String sql) {
        return db.sql(sql)
                .param("from", start(FIRST))
                .param("to", start(FIRST.plusMonths(1)))
                .query((row, _) ->
                        new Cell(
                                row.getString("subject"),
                                code,
                                row.getLong("above"),
                                row.getLong("below")))
                .list();
    }

    static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(ZoneId.of("Asia/Shanghai")).toOffsetDateTime();
    }

    static double seconds(Supplier<List<?>> work) {
        var seconds = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            if (work.get().isEmpty()) {
                throw new IllegalStateException("There is nothing in the month");
            }
            seconds.add((System.nanoTime() - start) / 1e9);
        }
        return LifecycleBench.median(seconds);
    }
}
