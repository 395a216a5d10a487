package city.gewu.bench;

import city.gewu.casework.CaseCommand;
import city.gewu.casework.CaseCommand.Accept;
import city.gewu.casework.CaseCommand.Close;
import city.gewu.casework.CaseCommand.Dispatch;
import city.gewu.casework.CaseCommand.PassCheck;
import city.gewu.casework.CaseCommand.ReportHandled;
import city.gewu.casework.CaseCommand.RequestCheck;
import city.gewu.casework.CaseCommand.TakeUp;
import city.gewu.casework.CaseId;
import city.gewu.casework.CaseStory;
import city.gewu.casework.Casework;
import city.gewu.casework.Problem;
import city.gewu.casework.ReportSource;
import city.gewu.casework.StoryOutcome;
import city.gewu.people.Actor;
import city.gewu.people.Post;
import city.gewu.worktime.Deadline;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Ours: every stage a command of its own through the rules, the group writer and the hash-chained
/// ledger of the running application.
final class LedgerLifecycle implements Lifecycle {

    private static final int BATCH = 1_000;
    private static final int STORIES = Integer.getInteger("bench.stories", 20_000);
    private static final Actor FINDER = person("finder", "");
    private static final Actor CENTRE = person("centre", "");
    private static final Actor HANDLER = person("handler", BenchCity.DEPARTMENT);
    private static final Actor CHECKER = person("checker", "");

    private final ConfigurableApplicationContext context;
    private final Casework casework;
    private final JdbcClient db;
    private final AtomicLong reported = new AtomicLong();

    LedgerLifecycle(BenchServer server) {
        context = BenchCity.open(server, "ledger");
        casework = context.getBean(Casework.class);
        db = JdbcClient.create(context.getBean(DataSource.class));
    }

    private static Actor person(String name, String department) {
        return new Actor("bench-" + name, name, Set.of(Post.values()), department);
    }

    @Override
    public String name() {
        return "Gewu, one command a stage";
    }

    @Override
    public void carryOneCase() {
        CaseId id = casework.report(problem(reported.incrementAndGet()), FINDER);
        int version = 1;
        for (var step : steps(Instant.now())) {
            version = casework.command(id, version, step.command(), step.actor());
        }
        if (version != STAGES) {
            throw new IllegalStateException("Case " + id + " ended at version " + version);
        }
    }

    private static Problem problem(long number) {
        return new Problem(
                ReportSource.SUPERVISOR,
                BenchCity.CATEGORY,
                Optional.of("1"),
                "rubbish beside the bins",
                "Xiangshan Avenue 12",
                Optional.of(BenchCity.position(number)),
                Optional.empty(),
                List.of(),
                List.of());
    }

    private static List<CaseStory.Step> steps(Instant at) {
        var deadline = Deadline.given(at, at.plus(Duration.ofDays(2)));
        return List.of(
                step(at, CENTRE, new Accept()),
                step(at, CENTRE, new CaseCommand.File(BenchCity.CATEGORY, Optional.of("1"))),
                step(
                        at,
                        CENTRE,
                        new Dispatch(BenchCity.DEPARTMENT, List.of(), Optional.of(deadline))),
                step(at, HANDLER, new TakeUp()),
                step(at, HANDLER, new ReportHandled("cleared", List.of())),
                step(at, CENTRE, new RequestCheck()),
                step(at, CHECKER, new PassCheck("clean", List.of())),
                step(at, CENTRE, new Close("")));
    }

    private static CaseStory.Step step(Instant at, Actor actor, CaseCommand command) {
        return new CaseStory.Step(at, actor, command);
    }

    /// The other way in: whole stories, a thousand in one transaction.
    void runStories(PrintStream out) {
        long before = countClosed();
        var at = Instant.now().minus(Duration.ofDays(30));
        appendBatch(at, 0);
        long start = System.nanoTime();
        for (int from = BATCH; from < STORIES + BATCH; from += BATCH) {
            appendBatch(at, from);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (countClosed() - before != STORIES + BATCH) {
            throw new IllegalStateException("Stories were lost");
        }
        verify();
        out.printf(
                "%nGewu, stories of %d in one transaction: %,.0f cases/s, %,.0f events/s; the chain of"
                        + " all cases verified.%n",
                BATCH, STORIES / seconds, STORIES * STAGES / seconds);
    }

    private void appendBatch(Instant at, int from) {
        var outcomes =
                casework.append(
                        IntStream.range(from, from + BATCH).mapToObj(i -> story(at, i)).toList());
        if (!outcomes.stream().allMatch(StoryOutcome.Added.class::isInstance)) {
            throw new IllegalStateException("Stories were refused: " + outcomes.getFirst());
        }
    }

    private static CaseStory story(Instant at, int number) {
        return new CaseStory(
                "bench",
                Integer.toString(number),
                "bench:" + number,
                problem(number),
                FINDER,
                at,
                steps(at.plusSeconds(60)));
    }

    @Override
    public long countClosed() {
        return db.sql("select count(*) from casework.case_file where state = 'CLOSED'")
                .query(Long.class)
                .single();
    }

    @Override
    public void verify() {
        var findings = new ArrayList<String>();
        var verification = casework.verify(findings::add);
        if (verification.broken() != 0) {
            throw new IllegalStateException("The chain is broken: " + findings.getFirst());
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
