package city.gewu.bench;

import city.gewu.GewuApplication;
import city.gewu.assessment.model.Frame;
import city.gewu.assessment.store.archive.ArchiveFolder;
import city.gewu.assessment.store.archive.Manifest;
import city.gewu.assessment.store.archive.Manifest.KeptFile;
import city.gewu.assessment.store.archive.MonthWriter;
import city.gewu.engine.indicator.Period;
import city.gewu.engine.indicator.Source;
import city.gewu.platform.Named;
import city.gewu.territory.City;
import city.gewu.territory.Level;
import city.gewu.territory.Territory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A city of five levels with generated facts of every source. No ledger stands behind them, so the
/// month is archived without its proof.
final class EnginesCity {

    static final int CASES = Integer.getInteger("bench.cases", 1_000_000);
    static final int MONTHS = Integer.getInteger("bench.months", 12);
    static final String MONTH = "2025-07";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<String> LEVELS =
            List.of("city", "district", "street", "community", "unit_grid");

    /// The months end with the one assessed and one after it, so that cases hang over both its
    /// ends.
    private static final String CASE_FILES =
            """
            insert into casework.case_file (
              case_id, case_no, version, head, state, source, category, description, address,
              places, reporter, department, reported_at, filed_at, dispatched_at, due_at,
              first_due_at, handled_at, ended_at, failed_checks, extensions, returns, waived)
            select
              n, 'B' || n, 9, decode(repeat('00', 32), 'hex'),
              case when n % 50 = 0 then 'CANCELLED' when n % 20 = 1 then 'HANDLING' else 'CLOSED' end,
              (array['SUPERVISOR', 'SUPERVISOR', 'HOTLINE', 'CITIZEN_APP', 'INSPECTION'])[n % 5 + 1],
              'E' || n % 120, 'd', 'a',
              array['BEN', 'D' || grid / 2500, 'S' || grid / 250, 'C' || grid / 25, 'G' || grid],
              'p' || n % 300, case when n % 37 = 0 then '' else 'D' || n % 40 end,
              at, at + interval '10 minutes', at + interval '30 minutes',
              at + interval '1 day' * (n % 7 + 1), at + interval '1 day' * (n % 5 + 1),
              case when n % 20 <> 1 then at + interval '1 hour' * (n % 100) end,
              case when n % 20 <> 1 then at + interval '1 hour' * (n % 100 + 2) end,
              case when n % 25 = 3 then 1 else 0 end, n % 11 / 10, n % 13 / 12, n % 200 = 7
            from (
              select
                n,
                cast(n as bigint) * 7919 % 10000 as grid,
                timestamptz '2025-08-10 00:00+08'
                  - interval '1 day' * 30.4 * :months * (1 - cast(n as float8) / :cases) as at
              from generate_series(1, :cases) as n) as spread
            """;

    /// Steps of the centre, for the cases around the month.
    private static final String STEPS =
            """
            insert into casework.case_event
              (case_id, seq, kind, at, recorded_at, actor, details, state_hash, hash)
            select
              case_id, seq, kind, reported_at + after, reported_at + after,
              'c' || (case_id + seq) % 60, '{}', '', ''
            from casework.case_file
            cross join (values
              (1, 'reported', interval '0'), (2, 'accepted', interval '5 minutes'),
              (3, 'filed', interval '10 minutes'), (4, 'dispatched', interval '30 minutes'),
              (5, 'handled', interval '20 hours'), (6, 'check-requested', interval '21 hours'),
              (7, 'check-passed', interval '23 hours'), (8, 'closed', interval '24 hours')
            ) as step (seq, kind, after)
            where reported_at >= timestamptz '2025-06-25' and reported_at < timestamptz '2025-08-05'
            """;

    private static final String TASKS =
            """
            insert into patrol.task (
              case_id, kind, round, asked_at, state, person_id, given_at, due_at, outcome, at,
              received_at, far)
            select
              case_id, case when case_id % 2 = 0 then 'CHECK' else 'VERIFICATION' end, 1,
              reported_at, case when case_id % 9 = 0 then 'LATE' else 'DONE' end,
              'p' || case_id % 300, reported_at, reported_at + interval '2 hours',
              case when case_id % 9 = 0 then '' when case_id % 2 = 0 then 'PASSED' else 'CONFIRMED' end,
              case when case_id % 9 <> 0 then reported_at + interval '1 minute' * (case_id % 150) end,
              case when case_id % 9 <> 0 then reported_at + interval '1 minute' * (case_id % 150) end,
              case_id % 40 = 0
            from casework.case_file
            where reported_at >= timestamptz '2025-06-25' and reported_at < timestamptz '2025-08-05'
            """;

    private static final String DUTIES =
            """
            insert into patrol.duty (
              person_id, phone_from, phone_to, skew_ms, started_at, ended_at, ended_by, inside,
              distance_m, level, unit)
            select
              'p' || person, at, at + interval '8 hours', 0, at, at + interval '8 hours',
              case when person % 30 = 0 then 'RULE' else 'PERSON' end, person % 20 <> 0, 0,
              'street', 'S' || person % 40
            from generate_series(0, 299) as person
            cross join generate_series(
              timestamptz '2025-06-25 08:00+08', timestamptz '2025-08-05 08:00+08', interval '1 day')
              as at
            """;

    private EnginesCity() {}

    static ConfigurableApplicationContext open(BenchServer server) {
        var context =
                new SpringApplicationBuilder(GewuApplication.class)
                        .run(server.settings("engines", 12));
        var levels = new ArrayList<Level>();
        String parent = "";
        for (String code : LEVELS) {
            levels.add(new Level(levels.size() + 1, code, new Named(code, code), parent));
            parent = code;
        }
        context.getBean(Territory.class)
                .defineCity(
                        new City(
                                "BEN",
                                new Named("Bench", "Bench"),
                                ZONE,
                                levels,
                                112.2,
                                31.0,
                                12,
                                true));
        return context;
    }

    static void fill(ConfigurableApplicationContext context) {
        var db = JdbcClient.create(context.getBean(DataSource.class));
        db.sql(CASE_FILES).param("cases", CASES).param("months", MONTHS).update();
        db.sql(STEPS).update();
        db.sql(TASKS).update();
        db.sql(DUTIES).update();
        db.sql("vacuum analyze").update();
    }

    /// @return rows written
    static long keep(ConfigurableApplicationContext context, Path archive) {
        var folder = new ArchiveFolder(archive);
        var month = YearMonth.parse(MONTH);
        var half = folder.begin("BEN", month);
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var frame = new Frame(Period.parse(MONTH).orElseThrow().in(ZONE), now, false, ZONE);
        var files = new ArrayList<KeptFile>();
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(_ -> {
                    for (var source : Source.ALL) {
                        files.add(
                                context.getBean(MonthWriter.class)
                                        .write(source, LEVELS, frame, half, _ -> {}));
                    }
                });
        var manifest =
                new Manifest(
                        Manifest.FORMAT,
                        "BEN",
                        ZONE.getId(),
                        month,
                        LEVELS,
                        now,
                        files,
                        new Manifest.Proof(0, 0, 0, List.of()));
        folder.describe(half, manifest);
        folder.finish(half, manifest);
        return manifest.rows();
    }
}
