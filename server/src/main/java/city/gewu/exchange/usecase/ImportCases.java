package city.gewu.exchange.usecase;

import city.gewu.casework.Casework;
import city.gewu.exchange.Exchange.CaseImport;
import city.gewu.exchange.Exchange.Progress;
import city.gewu.exchange.csv.CsvRows;
import city.gewu.exchange.csv.ExportFile;
import city.gewu.exchange.csv.RejectsFile;
import city.gewu.exchange.model.CaseMapping;
import city.gewu.exchange.model.RowTranslation;
import city.gewu.exchange.store.ImportRunStore;
import city.gewu.platform.RefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// Reads an export of cases row by row into the ledger. Every row that is in names its case by
/// origin and id, so that a run cut off anywhere is made good by running it again.
@Component
class ImportCases {

    private static final int PROGRESS_EVERY_ROWS = 500;

    private final References references;
    private final Casework casework;
    private final ImportRunStore runs;
    private final Clock clock;

    ImportCases(References references, Casework casework, ImportRunStore runs, Clock clock) {
        this.references = references;
        this.casework = casework;
        this.runs = runs;
        this.clock = clock;
    }

    CaseImport importCases(
            CaseMapping mapping, Path csv, Path rejectsPath, Consumer<Progress> progress) {
        var started = clock.instant();
        var file = ExportFile.inspect(csv);
        var tally = new ImportTally();
        var bytes = new AtomicLong();
        try (var rows = new CsvRows(file, mapping.delimiter(), bytes::set)) {
            var columns = HeaderCheck.check(csv, rows.header(), mapping);
            var name = csv.getFileName().toString();
            long run = runs.start(mapping.origin(), name, file.sha256(), started);
            try (var rejects = new RejectsFile(rejectsPath, rows.header())) {
                var pipeline =
                        new RowPipeline(
                                casework,
                                new RowTranslation(mapping, references.now()),
                                rejects,
                                tally);
                for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                    pipeline.accept(row.get(), columns, name);
                    if (tally.rows() % PROGRESS_EVERY_ROWS == 0) {
                        progress.accept(new Progress(tally.rows(), bytes.get(), file.bytes()));
                    }
                }
                pipeline.flush();
                rejects.finish();
            }
            progress.accept(new Progress(tally.rows(), file.bytes(), file.bytes()));
            runs.finish(run, tally.counts(), clock.instant());
        } catch (IOException e) {
            throw new RefusedException(
                    "exchange.bad-file",
                    "The file (%s) cannot be read to its end: %s.".formatted(csv, e.getMessage()),
                    "Run the same import again; what was imported stays.");
        }
        var took = Duration.between(started, clock.instant());
        return tally.result(rejectsPath, took.toMillis() / 1000.0);
    }
}
