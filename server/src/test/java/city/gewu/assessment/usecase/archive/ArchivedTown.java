package city.gewu.assessment.usecase.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import city.gewu.GewuApplication;
import city.gewu.assessment.ArchivedAssessment;
import city.gewu.assessment.ArchivedAssessment.Engine;
import city.gewu.assessment.ArchivedAssessment.Question;
import city.gewu.assessment.Assessment;
import city.gewu.assessment.Assessment.Figure;
import city.gewu.assessment.MonthArchive;
import city.gewu.assessment.MonthArchive.KeptMonth;
import city.gewu.database.TestDatabase;
import city.gewu.database.TurningClock;
import city.gewu.exchange.Exchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The whole application with two months of a small export in its ledger, on a day in October 2011
/// that tests turn on.
final class ArchivedTown implements AutoCloseable {

    private static final Path CITY = Path.of("../examples/boston/city.yaml");
    private static final int ROWS = 300;

    final TurningClock clock = new TurningClock(Instant.parse("2011-10-05T15:00:00Z"));
    private final ConfigurableApplicationContext context;

    ArchivedTown(Path folder) throws IOException {
        context =
                new SpringApplicationBuilder(GewuApplication.class)
                        .web(WebApplicationType.NONE)
                        .initializers(made ->
                                ((GenericApplicationContext) made)
                                        .registerBean(
                                                "turned",
                                                Clock.class,
                                                () -> clock,
                                                it -> it.setPrimary(true)))
                        .run(
                                Stream.concat(
                                                Stream.of(TestDatabase.freshArguments()),
                                                Stream.of("--spring.main.lazy-initialization=true"))
                                        .toArray(String[]::new));
        var exchange = context.getBean(Exchange.class);
        exchange.prepareCity(CITY);
        exchange.importCases(
                CITY,
                export(folder.resolve("export.csv")),
                Optional.of(folder.resolve("rejects.csv")),
                _ -> {});
    }

    JdbcClient db() {
        return JdbcClient.create(context.getBean(DataSource.class));
    }

    List<KeptMonth> keep(Path archive, Optional<String> month) {
        var months = new ArrayList<KeptMonth>();
        archive()
                .keep(
                        archive,
                        month,
                        new MonthArchive.Told() {
                            @Override
                            public void working(YearMonth working, long rows) {}

                            @Override
                            public void kept(KeptMonth kept) {
                                months.add(kept);
                            }
                        });
        return months;
    }

    MonthArchive archive() {
        return context.getBean(MonthArchive.class);
    }

    List<String> faults(Path archive) {
        var faults = new ArrayList<String>();
        var proved = archive().verify(archive, faults::add);
        if (proved.broken() != faults.size()) {
            throw new IllegalStateException("Faults were told that are not counted.");
        }
        return faults;
    }

    List<Figure> live(String period, String kind) {
        var figures = new ArrayList<Figure>();
        context.getBean(Assessment.class).evaluate(period, kind, Optional.empty(), figures::add);
        return figures;
    }

    List<Figure> archived(Path archive, String period, String kind) {
        var figures = new ArrayList<Figure>();
        context.getBean(ArchivedAssessment.class)
                .evaluate(
                        new Question(
                                archive,
                                Engine.DUCKDB,
                                "",
                                Optional.empty(),
                                period,
                                kind,
                                Optional.empty()),
                        figures::add);
        return figures;
    }

    /// Every file below the folder, with its bytes and when it was written.
    static Map<String, String> files(Path folder) throws IOException {
        var files = new TreeMap<String, String>();
        if (Files.exists(folder)) {
            try (var found = Files.walk(folder)) {
                for (var file : found.filter(Files::isRegularFile).toList()) {
                    files.put(
                            folder.relativize(file).toString(),
                            Files.getLastModifiedTime(file)
                                    + " "
                                    + new String(Files.readAllBytes(file), ISO_8859_1));
                }
            }
        }
        return files;
    }

    private static Path export(Path file) throws IOException {
        var lines = new ArrayList<String>();
        lines.add(
                "case_enquiry_id,open_dt,target_dt,closed_dt,case_status,closure_reason,case_title,"
                        + "reason,type,department,location,ward,precinct,latitude,longitude,source");
        for (int i = 0; i < ROWS; i++) {
            int month = 8 + i % 2;
            int day = 1 + i % 28;
            boolean closed = i % 5 != 0;
            lines.add(
                    "%d,2011-%02d-%02d 09:00:00,2011-%02d-%02d 09:00:00,%s,%s,done,Pothole,Highway Maintenance,Pothole Repair (Internal),PWDx,%d Main St,Ward %d,,42.3%03d,-71.0%03d,Constituent Call"
                            .formatted(
                                    800_000 + i,
                                    month,
                                    day,
                                    day > 20 ? month + 1 : month,
                                    day > 20 ? day - 20 : day + 7,
                                    closed
                                            ? "2011-%02d-%02d 10:00:00"
                                                    .formatted(
                                                            i % 3 == 0 ? month + 1 : month,
                                                            i % 3 == 0 ? 1 : 28)
                                            : "",
                                    closed ? "Closed" : "Open",
                                    i,
                                    1 + i % 22,
                                    i,
                                    600 + i % 300));
        }
        return Files.write(file, lines);
    }

    @Override
    public void close() {
        context.close();
    }
}
