package city.gewu.assessment.usecase.archive;

import city.gewu.assessment.ArchivedAssessment;
import city.gewu.assessment.ArchivedAssessment.Engine;
import city.gewu.assessment.ArchivedAssessment.Question;
import city.gewu.assessment.Assessment.Figure;
import city.gewu.assessment.GivenAssessment;
import city.gewu.assessment.GivenCity;
import city.gewu.assessment.model.Frame;
import city.gewu.assessment.store.archive.ArchiveFolder;
import city.gewu.assessment.store.archive.Manifest;
import city.gewu.assessment.store.archive.Manifest.KeptFile;
import city.gewu.assessment.store.archive.MonthWriter;
import city.gewu.engine.indicator.Period;
import city.gewu.engine.indicator.Source;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Months of facts that no ledger stands behind, archived all the same.
public final class ArchiveOfFacts {

    private static final List<String> LEVELS = List.of("city", "ward");

    private final GivenAssessment assessment;
    private final Path root;

    public ArchiveOfFacts(GivenAssessment assessment, Path root) {
        this.assessment = assessment;
        this.root = root;
    }

    public void keep(String city, String month) {
        var folder = new ArchiveFolder(root);
        var wanted = YearMonth.parse(month);
        var half = folder.begin(city, wanted);
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var window = Period.parse(month).orElseThrow().in(GivenCity.ZONE);
        var frame = new Frame(window, now, false, GivenCity.ZONE);
        var files = new ArrayList<KeptFile>();
        for (var source : Source.ALL) {
            files.add(
                    assessment.get(MonthWriter.class).write(source, LEVELS, frame, half, _ -> {}));
        }
        var manifest =
                new Manifest(
                        Manifest.FORMAT,
                        city,
                        GivenCity.ZONE.getId(),
                        wanted,
                        LEVELS,
                        now,
                        files,
                        new Manifest.Proof(0, 0, 0, List.of()));
        folder.describe(half, manifest);
        folder.finish(half, manifest);
    }

    List<Figure> figures(String period, String kind) {
        return figures(period, kind, Optional.empty(), Optional.empty());
    }

    List<Figure> figures(
            String period, String kind, Optional<String> city, Optional<String> indicator) {
        var figures = new ArrayList<Figure>();
        assessment
                .get(ArchivedAssessment.class)
                .evaluate(
                        new Question(
                                root, Engine.DUCKDB, "local[*]", city, period, kind, indicator),
                        figures::add);
        return figures;
    }
}
