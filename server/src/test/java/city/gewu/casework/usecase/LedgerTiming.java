package city.gewu.casework.usecase;

import city.gewu.casework.CaseCommand;
import city.gewu.casework.CaseCommand.Accept;
import city.gewu.casework.CaseCommand.Close;
import city.gewu.casework.CaseCommand.Dispatch;
import city.gewu.casework.CaseCommand.File;
import city.gewu.casework.CaseCommand.PassCheck;
import city.gewu.casework.CaseCommand.RefuseAcceptance;
import city.gewu.casework.CaseCommand.ReportHandled;
import city.gewu.casework.CaseCommand.RequestCheck;
import city.gewu.casework.CaseCommand.TakeUp;
import city.gewu.casework.CaseStory;
import city.gewu.casework.CityFixture;
import city.gewu.casework.RefusalGround;
import city.gewu.database.TestDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Times the ledger by hand: `year` for a year of stories, `lives PEOPLE` for whole lives with one
/// command for each stage beside the same stages in bare JDBC.
public final class LedgerTiming {

    private static final int PROBLEMS = 128_391;
    private static final int FULL_LOOPS = 78_340;
    private static final int BATCH = 2_000;
    private static final Instant AT = Instant.parse("2024-01-01T00:00:00Z");
    private static final List<CaseCommand> STAGES =
            List.of(
                    new Accept(),
                    new File("E0113", Optional.of("1")),
                    new Dispatch("roads", List.of(), Optional.empty()),
                    new TakeUp(),
                    new ReportHandled("filled", List.of()),
                    new RequestCheck(),
                    new PassCheck("", List.of()),
                    new Close(""));

    private static Duration before = Duration.ZERO;

    private LedgerTiming() {}

    public static void main(String[] arguments) throws Exception {
        var pool = (HikariDataSource) TestDatabase.fresh();
        pool.setMaximumPoolSize(70);
        var city = new LedgerFixture(pool);
        if (arguments[0].equals("year")) {
            year(city);
        } else {
            int people = Integer.parseInt(arguments[1]);
            int cases = Math.max(200, people * 40);
            for (int round = 0; round < 5; round++) {
                raw(pool, people, cases);
                lives(city, people, cases);
            }
        }
        city.close();
        System.exit(0);
    }

    private static void year(LedgerFixture city) {
        long start = System.nanoTime();
        long events = 0;
        for (int from = 0; from < PROBLEMS; from += BATCH) {
            var batch =
                    IntStream.range(from, Math.min(PROBLEMS, from + BATCH))
                            .mapToObj(LedgerTiming::problem)
                            .toList();
            city.casework.append(batch);
            events += batch.stream().mapToLong(story -> story.steps().size() + 1L).sum();
        }
        tell("year: %d problems, %d events".formatted(PROBLEMS, events), events, start);
        start = System.nanoTime();
        tell("verify: " + city.casework.verify(System.out::println), events, start);
        city.clock.turn(Duration.ofDays(2));
        start = System.nanoTime();
        tell("seal: " + city.casework.sealFinishedDays() + " day", events, start);
    }

    private static CaseStory problem(int number) {
        var at = AT.plusSeconds(number * 240L);
        var id = Integer.toString(number);
        return (long) number * FULL_LOOPS / PROBLEMS != (number + 1L) * FULL_LOOPS / PROBLEMS
                ? LedgerFixture.story(id, at)
                : new CaseStory(
                        "town-311",
                        id,
                        "cases.csv:" + id,
                        CityFixture.problem(),
                        CityFixture.IMPORT,
                        at,
                        List.of(
                                LedgerFixture.step(
                                        at,
                                        5,
                                        new RefuseAcceptance(
                                                RefusalGround.NOT_FOUND, "not found"))));
    }

    private static void lives(LedgerFixture city, int people, int cases) throws Exception {
        long start = System.nanoTime();
        crowd(
                people,
                cases,
                () -> {
                    var id = city.casework.report(CityFixture.problem(), CityFixture.IMPORT);
                    int version = 1;
                    for (var stage : STAGES) {
                        version = city.casework.command(id, version, stage, CityFixture.IMPORT);
                    }
                });
        tell("ledger, %d people, cases".formatted(people), cases, start);
    }

    private static void raw(HikariDataSource pool, int people, int cases) throws Exception {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    create schema if not exists raw;
                    create table if not exists raw.file (like casework.case_file including all);
                    create table if not exists raw.event (like casework.case_event including all);
                    """);
        }
        long start = System.nanoTime();
        crowd(
                people,
                cases,
                () -> {
                    try (var connection = pool.getConnection()) {
                        connection.setAutoCommit(false);
                        rawLife(connection);
                        connection.setAutoCommit(true);
                    }
                });
        tell("raw JDBC, %d people, cases".formatted(people), cases, start);
    }

    private static void rawLife(Connection connection) throws SQLException {
        long id;
        try (var insert =
                connection.prepareStatement(
                        """
                        insert into raw.file
                          (case_id, case_no, version, head, state, source, category, description,
                           address, places, reporter, reported_at)
                        values (nextval('casework.case_id'), 'R' || currval('casework.case_id'), 1,
                          sha256('x'), 'REPORTED', 'WEB', 'E0113', 'pothole', 'road 12', '{D1,S1}',
                          'import:town', now())
                        returning case_id
                        """)) {
            try (var row = insert.executeQuery()) {
                row.next();
                id = row.getLong(1);
            }
            rawEvent(connection, id, 1);
            connection.commit();
        }
        for (int stage = 0; stage < STAGES.size(); stage++) {
            try (var update =
                    connection.prepareStatement(
                            """
                            update raw.file
                               set state = ?, version = version + 1, department = 'roads',
                                   handler = 'import:town', filed_at = now(), head = sha256(head)
                             where case_id = ?
                               and version = ?
                            """)) {
                update.setString(1, "STAGE_" + stage);
                update.setLong(2, id);
                update.setInt(3, stage + 1);
                update.executeUpdate();
            }
            rawEvent(connection, id, stage + 2);
            connection.commit();
        }
    }

    private static void rawEvent(Connection connection, long id, int seq) throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        """
                        insert into raw.event
                          (case_id, seq, kind, at, recorded_at, actor, details, state_hash, hash)
                        values (?, ?, 'moved', now(), now(), 'import:town', '{}', sha256('x'),
                          sha256('y'))
                        """)) {
            insert.setLong(1, id);
            insert.setInt(2, seq);
            insert.executeUpdate();
        }
    }

    private interface Life {
        void live() throws SQLException;
    }

    private static void crowd(int people, int cases, Life life)
            throws InterruptedException, ExecutionException {
        try (var crowd = Executors.newFixedThreadPool(people, Thread.ofVirtual().factory())) {
            var all = new ArrayList<Future<?>>();
            for (int i = 0; i < cases; i++) {
                all.add(
                        crowd.submit(() -> {
                            life.live();
                            return null;
                        }));
            }
            for (var one : all) {
                one.get();
            }
        }
    }

    private static void tell(String what, long count, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        var cpu = cpu();
        System.out.printf(
                "%s: %.2f s, %.0f/s; %.0f µs of processor each%n",
                what, seconds, count / seconds, cpu.minus(before).toNanos() / 1e3 / count);
        before = cpu;
    }

    /// Of this program and the database under it: what stays comparable on a busy machine.
    private static Duration cpu() {
        var self = ProcessHandle.current();
        return Stream.concat(Stream.of(self), self.descendants())
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
