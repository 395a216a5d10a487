package city.gewu.bench;

import city.gewu.casework.CaseId;
import city.gewu.casework.Casework;
import city.gewu.casework.Problem;
import city.gewu.casework.ReportSource;
import city.gewu.casework.model.CaseView;
import city.gewu.casework.model.UnitFact;
import city.gewu.casework.store.TileStore;
import city.gewu.casework.store.TileStore.Box;
import city.gewu.casework.store.TileStore.Look;
import city.gewu.casework.usecase.CaseDesk;
import city.gewu.casework.usecase.Duplicates;
import city.gewu.casework.usecase.UnitLedgers;
import city.gewu.casework.usecase.UnitLedgers.Question;
import city.gewu.casework.usecase.Wanted;
import city.gewu.people.Actor;
import city.gewu.people.Area;
import city.gewu.people.People;
import city.gewu.people.Post;
import city.gewu.people.Scope;
import city.gewu.people.Scope.Part;
import city.gewu.screen.usecase.CommandScreen;
import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the desk asks all day, over many cases and while others write: first pages of every list,
/// searches, counts, the map and one case, as the whole centre and as one department see them.
final class DeskBench {

    private static final int CASES = Integer.getInteger("bench.cases", 1_000_000);
    private static final int OPEN_OF = Integer.getInteger("bench.openOf", 20);
    private static final int WRITES = Integer.getInteger("bench.writes", 50);
    private static final int ROUNDS = Integer.getInteger("bench.asked", 300);
    private static final Pattern ONLY = Pattern.compile(System.getProperty("bench.only", ""));
    private static final int WARM = 30;
    private static final double LIMIT_MS = 200;

    /// Cases spread over a year up to now; every [#OPEN_OF]th is open, in the states and with the
    /// due times of a working centre.
    private static final String FILL =
            """
            insert into casework.case_file (
              case_id, case_no, version, head, state, source, category, description, address,
              places, longitude, latitude, reporter, department, reported_at, filed_at,
              dispatched_at, due_at, warn_at, first_due_at, handled_at, ended_at, suspended_at,
              clock_start_at, limit_amount, limit_unit, calendar, previous_state, review_on)
            select
              n, 'B' || n, 9, decode(repeat('00', 32), 'hex'),
              case when not open then 'CLOSED' else state end,
              'SUPERVISOR', 'E' || n % 120, 'd', 'a' || n % 5000,
              array['BEN', 'G' || n % 900],
              112.002 + (n * 7919 % 260000) / 10000000.0,
              31.002 + (n * 104729 % 260000) / 10000000.0,
              'r', case when state in ('REPORTED', 'ACCEPTED', 'TO_DISPATCH') then ''
                else 'D' || n / :openOf / 10 % 40 end,
              at, at + interval '10 minutes', at + interval '30 minutes',
              case when state in ('REPORTED', 'ACCEPTED') then null else due end,
              case when state in ('REPORTED', 'ACCEPTED') then null
                else due - interval '6 hours' end,
              case when state in ('REPORTED', 'ACCEPTED') then null else due end,
              case when not open then at + interval '1 hour' * (n % 100) end,
              case when not open then at + interval '1 hour' * (n % 100 + 2) end,
              case when open and state = 'SUSPENDED' then at + interval '1 day' end,
              case when state in ('REPORTED', 'ACCEPTED') then null
                else at + interval '30 minutes' end,
              case when state in ('REPORTED', 'ACCEPTED') then null else 4 end,
              case when state in ('REPORTED', 'ACCEPTED') then '' else 'WORK_HOUR' end,
              'bench', case when open and state = 'SUSPENDED' then 'HANDLING' else '' end,
              case when open and state = 'SUSPENDED' then (at + interval '30 days')::date end
            from (
              select
                n, n % :openOf = 0 as open,
                now() - interval '365 days' + (n * (interval '364 days' / :cases)) as at,
                now() + ((n / :openOf * 7919) % 14400 - 4000) * interval '1 minute' as due,
                (array['REPORTED', 'ACCEPTED', 'TO_DISPATCH', 'DISPATCHED', 'HANDLING',
                  'HANDLING', 'HANDLED', 'CHECKING', 'TO_CLOSE', 'SUSPENDED'])
                  [1 + n / :openOf % 10] as state
              from generate_series(1::bigint, :cases) as n) as spread
            """;

    /// Each case has some words of its own and some that thousands share.
    private static final String FILL_WORDS =
            """
            insert into casework.case_search (case_id, case_no, reported_at, words)
            select
              case_id, lower(case_no), reported_at,
              array_to_tsvector(
                array['路灯', '灯', 'w' || lpad((case_id % 3000)::text, 4, '0'), 'a' || case_id % 5000])
            from casework.case_file
            """;

    /// What the ledgers of the units count: each case was dispatched, one in 15 was returned and
    /// one in 10 got an extension.
    private static final String FILL_EVENTS =
            """
            insert into casework.case_event (
              case_id, seq, kind, at, recorded_at, actor, details, state_hash, hash)
            select
              case_id, happened.seq, happened.kind, dispatched_at + interval '1 hour' * happened.seq,
              dispatched_at + interval '1 hour' * happened.seq, 'r', happened.details,
              decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex')
            from casework.case_file
            cross join lateral (
              values
                (1, 'dispatched', '{"department":"' || department || '"}', true),
                (2, 'returned', '{"reason":"not ours"}', case_id % 15 = 0),
                (3, 'extension-granted', '{}', case_id % 10 = 0)
            ) as happened (seq, kind, details, happens)
            where department <> ''
              and happened.happens
            """;

    private static final String COUNT_OPEN =
            """
            select count(*)
            from casework.case_file
            where ended_at is null
              and (:department = '' or department = :department)
            """;

    private static final Actor CENTRE =
            new Actor(
                    "bench-centre",
                    "centre",
                    Set.of(Post.INTAKE_CLERK, Post.SHIFT_LEAD, Post.DISPATCHER),
                    "");
    private static final Actor HANDLER =
            new Actor("bench-handler", "handler", Set.of(Post.HANDLER), BenchCity.DEPARTMENT);

    private final JdbcClient db;
    private final ConfigurableApplicationContext context;
    private final CaseDesk desk;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong viewers = new AtomicLong();

    private DeskBench(JdbcClient db, ConfigurableApplicationContext context) {
        this.db = db;
        this.context = context;
        this.desk = context.getBean(CaseDesk.class);
    }

    static void run(PrintStream out) throws Exception {
        try (var server = new BenchServer();
                var context = BenchCity.open(server, "desk")) {
            var db = JdbcClient.create(context.getBean(DataSource.class));
            db.sql(FILL).param("cases", CASES).param("openOf", OPEN_OF).update();
            db.sql(FILL_WORDS).update();
            db.sql(FILL_EVENTS).update();
            db.sql("select setval('casework.case_id', :cases + 1000)")
                    .param("cases", CASES)
                    .query(Long.class)
                    .single();
            db.sql("vacuum analyze casework.case_file").update();
            db.sql("vacuum analyze casework.case_search").update();
            db.sql("vacuum analyze casework.case_event").update();
            out.printf(
                    "%,d cases, %,d of them open, PostgreSQL %s; %d asked one after another while %d"
                            + " reports a second are written.%n%n",
                    CASES, CASES / OPEN_OF, server.version(), ROUNDS, WRITES);
            var bench = new DeskBench(db, context);
            bench.measure(out);
            var pool = context.getBean(DataSource.class).unwrap(HikariDataSource.class);
            var plans = new DeskPlans(db, pool, server.folder().resolve("postgres.log"));
            if (ONLY.pattern().isEmpty() && !plans.compare(bench.questions(), out)) {
                throw new IllegalStateException(
                        "Plans have changed; read them before keeping them.");
            }
        }
    }

    private void measure(PrintStream out) throws Exception {
        assertEqual();
        out.println("| asked | p50 ms | p99 ms | longest ms | p99 of 200 ms |");
        out.println("|---|---|---|---|---|");
        try (var writers = Executors.newScheduledThreadPool(4)) {
            var writing =
                    writers.scheduleAtFixedRate(
                            () -> writers.execute(this::write),
                            0,
                            1_000_000 / WRITES,
                            TimeUnit.MICROSECONDS);
            long before = System.nanoTime();
            questions()
                    .forEach((name, question) -> {
                        if (ONLY.matcher(name).find()) {
                            print(out, name, millis(question));
                        }
                    });
            double seconds = (System.nanoTime() - before) / 1e9;
            writing.cancel(false);
            writers.shutdown();
            out.printf(
                    "%n%,d reports were written meanwhile, %.1f a second.%n",
                    written.get(), written.get() / seconds);
        }
    }

    /// Equal results first: what the lists say is what the rows are.
    private void assertEqual() {
        for (var actor : List.of(CENTRE, HANDLER)) {
            long open = desk.countCases(actor).views().getOrDefault(CaseView.OPEN, -1L);
            long rows =
                    db.sql(COUNT_OPEN)
                            .param("department", actor.department())
                            .query(Long.class)
                            .single();
            if (open != rows || open == 0) {
                throw new IllegalStateException(
                        "%s sees %d open cases of %d".formatted(actor.id(), open, rows));
            }
        }
    }

    private Map<String, IntFunction<?>> questions() {
        var asked = new LinkedHashMap<String, IntFunction<?>>();
        for (var view : CaseView.values()) {
            asked.put("centre, first page: " + view.code(), _ -> page(view, "", CENTRE));
        }
        for (var view : List.of(CaseView.MINE, CaseView.OPEN, CaseView.OVERDUE, CaseView.ALL)) {
            asked.put("department, first page: " + view.code(), _ -> page(view, "", HANDLER));
        }
        asked.put("search: a word of 1 in 3,000", i -> page(CaseView.ALL, word(i), CENTRE));
        asked.put("search: the beginning of a number", i -> page(CaseView.ALL, "B9" + i, CENTRE));
        asked.put("search: a word of every case", _ -> page(CaseView.ALL, "路灯", CENTRE));
        asked.put("search: a word of 1 in 3,000, open", i -> page(CaseView.OPEN, word(i), CENTRE));
        asked.put("search: a word of every case, open", _ -> page(CaseView.OPEN, "路灯", CENTRE));
        asked.put("search: a word of none", i -> page(CaseView.ALL, "none" + i, CENTRE));
        asked.put("counts, centre", _ -> desk.countCases(CENTRE));
        asked.put("counts, department", _ -> desk.countCases(HANDLER));
        var ledgers = context.getBean(UnitLedgers.class);
        String month = YearMonth.now(ZoneId.of("Asia/Shanghai")).minusMonths(1).toString();
        asked.put(
                "ledger of the departments, a month",
                _ -> ledgers.listLines(month, "department", CENTRE));
        var returned = new Question(month, "department", "D1", UnitFact.RETURNED);
        asked.put(
                "ledger, first page behind a number",
                _ -> ledgers.listBehind(returned, Optional.empty(), 50, CENTRE));
        asked.put("one case", i -> desk.getCase(new CaseId(1L + i * 977L % CASES), CENTRE));
        asked.put("tile of the city", _ -> tile(112.0, 31.0, 0.03));
        asked.put("tile of a quarter", i -> tile(112.002 + i % 20 * 0.001, 31.01, 0.004));
        asked.put(
                "likely duplicates of a page",
                _ -> context.getBean(Duplicates.class).count(ids(), CENTRE));
        asked.put(
                "likely duplicates of one case",
                i -> group(OPEN_OF * 10L * (1 + i % (CASES / OPEN_OF / 10))));
        asked.put("command screen", _ -> screen());
        return asked;
    }

    private static String word(int number) {
        return "w%04d".formatted(number);
    }

    private Object group(long id) {
        return context.getBean(Duplicates.class).getGroup(new CaseId(id), CENTRE);
    }

    /// The whole city, seen through parts that nobody has asked for yet: viewers of one ground
    /// share an answer for some seconds, and a shared one would cost nothing.
    private Object screen() {
        var nobody = new Part("nobody" + viewers.incrementAndGet(), Area.CITY);
        var parts = List.of(new Part("", Area.CITY), nobody);
        return context.getBean(CommandScreen.class).show(new Scope(false, "", parts));
    }

    private static List<Long> ids() {
        return LongStream.rangeClosed(1, 50).mapToObj(i -> i * OPEN_OF * 10L).toList();
    }

    private Object page(CaseView view, String typed, Actor actor) {
        var wanted = Wanted.of(view, typed);
        return desk.listCases(wanted, Optional.empty(), 50, actor);
    }

    private Object tile(double west, double south, double degrees) {
        var now = Instant.now();
        var look =
                new Look(
                        new Box(west, south, west + degrees, south + degrees),
                        Scope.of(CENTRE, context.getBean(People.class)),
                        now.minus(Duration.ofDays(1)),
                        now);
        return context.getBean(TileStore.class).listThinned(look, 64);
    }

    private void write() {
        context.getBean(Casework.class)
                .report(
                        new Problem(
                                ReportSource.SUPERVISOR,
                                BenchCity.CATEGORY,
                                Optional.of("1"),
                                "rubbish beside the bins",
                                "Xiangshan Avenue 12",
                                Optional.of(BenchCity.position(written.get())),
                                Optional.empty(),
                                List.of(),
                                List.of()),
                        CENTRE);
        written.incrementAndGet();
    }

    private static List<Double> millis(IntFunction<?> question) {
        for (int i = 0; i < WARM; i++) {
            var _ = question.apply(i);
        }
        var millis = new ArrayList<Double>();
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            var _ = question.apply(i);
            millis.add((System.nanoTime() - start) / 1e6);
        }
        return millis.stream().sorted().toList();
    }

    private static void print(PrintStream out, String name, List<Double> millis) {
        double late = at(millis, 0.99);
        out.printf(
                "| %s | %.1f | %.1f | %.1f | %.2f |%n",
                name, at(millis, 0.5), late, millis.getLast(), late / LIMIT_MS);
    }

    private static double at(List<Double> sorted, double part) {
        return sorted.get(Math.min(sorted.size() - 1, (int) (part * sorted.size())));
    }
}
