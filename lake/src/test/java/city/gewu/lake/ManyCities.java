package city.gewu.lake;

import city.gewu.engine.indicator.Definition;
import city.gewu.engine.indicator.Definition.Part;
import city.gewu.engine.indicator.FigureUnit;
import city.gewu.engine.indicator.Indicator;
import city.gewu.engine.indicator.ManyKinds;
import city.gewu.engine.indicator.ManyKinds.Kind;
import city.gewu.engine.indicator.ManyKinds.Moments;
import city.gewu.engine.indicator.PeriodRule;
import city.gewu.engine.indicator.Source;
import city.gewu.engine.indicator.Subject;
import city.gewu.engine.indicator.Words;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The archive of a month of many cities, and the figures that DuckDB makes of it.
final class ManyCities {

    private static final String VIEW = "facts_casework_pub_case";

    private static final List<Indicator> INDICATORS =
            List.of(
                    count("cases_filed", PeriodRule.FILED_AT, "1"),
                    rate(
                            "on_time_rate",
                            PeriodRule.DUE_AT,
                            "case when cancelled = 0 and closed_at <= due_at then 1 else 0 end",
                            "case when cancelled = 0 then 1 else 0 end"),
                    count(
                            "overdue_open",
                            PeriodRule.AS_OF_END,
                            "case when due_at < :to then 1 else 0 end"),
                    rate(
                            "mean_handling",
                            PeriodRule.HANDLED_AT,
                            "case when handling_seconds is not null then handling_seconds else 0 end",
                            "case when handling_seconds is not null and handled_at <= :now then 1 else 0 end"));

    private static final String SQL =
            new ManyKinds(
                            INDICATORS,
                            List.of(
                                    new Kind(Subject.CATEGORY, "category"),
                                    new Kind(
                                            Subject.DEPARTMENT,
                                            "case when department <> '' then concat(city, '/', department) end"),
                                    new Kind(
                                            Subject.LEVEL,
                                            "case when unit_grid <> '' then concat(city, '/', unit_grid) end")))
                    .sql(
                            Map.of(Source.CASES, "select * from " + VIEW),
                            new Moments(
                                    "timestamp '2026-08-31 16:00:00.000000'",
                                    "timestamp '2026-09-30 16:00:00.000000'",
                                    "as_of"));

    private final Path root;
    private final List<Path> files = new ArrayList<>();

    private ManyCities(Path root) {
        this.root = root;
    }

    static ManyCities archive(Path root, int cities, int rows) throws IOException, SQLException {
        var archive = new ManyCities(root);
        try (var duck = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duck.createStatement()) {
            for (int city = 0; city < cities; city++) {
                var folder = root.resolve("city=4208%02d/month=2026-09".formatted(city));
                Files.createDirectories(folder);
                var file = folder.resolve("casework-pub-case.parquet");
                statement.execute(fill(rows, city, file));
                archive.files.add(file);
            }
        }
        return archive;
    }

    private static String fill(int rows, int first, Path file) {
        return """
        copy (
          select
            n as row_key,
            case when n %% 17 = 0 then '' else 'D' || n %% 40 end as department,
            'E' || n %% 120 as category,
            case when n %% 23 <> 0 then 'G' || n %% 1000 end as unit_grid,
            m as reported_at,
            m + interval 10 minute as filed_at,
            m + interval 1 day * (n %% 7 + 1) as due_at,
            case when n %% 20 <> 1 then m + interval 1 hour * (n %% 100) end as handled_at,
            case when n %% 20 <> 1 then m + interval 1 hour * (n %% 100 + 2) end as closed_at,
            case when n %% 20 <> 1 then m + interval 1 hour * (n %% 100 + 2) end as ended_at,
            cast(n %% 50 = 0 as bigint) as cancelled,
            case when n %% 20 <> 1 then n %% 100 * 3600 end as handling_seconds,
            timestamp '2026-10-01 02:03:04.000005' as as_of
          from (
            select n, timestamp '2026-08-25 00:00:00.000001' + interval 1 second * (n * 3110400 // %1$d) as m
            from range(%2$d, %1$d) as t(n))
        ) to '%3$s' (format parquet, compression zstd)
        """
                .formatted(rows, first, file);
    }

    /// The job as the server would have written it.
    Path job() throws IOException {
        var names = files.stream().map(Path::toString).toList();
        var file = root.resolve("job.json");
        new ObjectMapper()
                .writeValue(
                        file.toFile(),
                        new Job(root.toString(), Map.of(VIEW, names), SQL, 2 * INDICATORS.size()));
        return file;
    }

    /// What Spark must print, without its last line.
    List<String> expected() throws SQLException {
        var lines = new ArrayList<String>();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            statement.execute(
                    "create view %s as select * from read_parquet('%s/city=*/month=*/*.parquet', hive_partitioning = true, hive_types = {'city': varchar, 'month': varchar})"
                            .formatted(VIEW, root));
            try (var row = statement.executeQuery(SQL)) {
                while (row.next()) {
                    var line = new StringBuilder().append(row.getInt(1)).append('\t');
                    line.append(row.getString(2));
                    for (int i = 0; i < 2 * INDICATORS.size(); i++) {
                        line.append('\t').append(row.getLong(i + 3));
                    }
                    lines.add(line.toString());
                }
            }
        }
        return lines;
    }

    private static Indicator count(String code, PeriodRule rule, String sql) {
        return indicator(code, FigureUnit.COUNT, rule, sql, Optional.empty());
    }

    private static Indicator rate(String code, PeriodRule rule, String above, String below) {
        return indicator(code, FigureUnit.RATE, rule, above, Optional.of(below));
    }

    private static Indicator indicator(
            String code, FigureUnit unit, PeriodRule rule, String above, Optional<String> below) {
        var words = new Words(code, code);
        return Indicator.resolve(
                new Definition(
                        code,
                        words,
                        unit,
                        Source.CASES.name(),
                        List.of(Subject.CATEGORY, Subject.DEPARTMENT, Subject.LEVEL),
                        rule,
                        new Part(words, above),
                        below.map(sql -> new Part(words, sql)),
                        0,
                        words,
                        words,
                        Optional.empty()),
                Source.CASES);
    }
}
