package city.gewu.exchange.usecase;

import city.gewu.exchange.Exchange;
import city.gewu.platform.RefusedException;
import city.gewu.territory.Territory.ImportedUnits;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The exchange with files of this machine.
@Component
class FileExchange implements Exchange {

    private final PrepareCity city;
    private final ImportTerritory territory;
    private final ImportCases cases;
    private final Path data;

    FileExchange(
            PrepareCity city,
            ImportTerritory territory,
            ImportCases cases,
            @Value("${gewu.data}") String data) {
        this.city = city;
        this.territory = territory;
        this.cases = cases;
        this.data = Path.of(data);
    }

    @Override
    public void prepareCity(Path cityFile) {
        city.prepare(cityFile);
    }

    @Override
    public ImportedUnits importTerritory(
            Path cityFile, Path geoJson, String level, Consumer<String> warnings) {
        return territory.importTerritory(cityFile, geoJson, level, warnings);
    }

    @Override
    public CaseImport importCases(
            Path cityFile, Path csv, Optional<Path> rejects, Consumer<Progress> progress) {
        var mapping =
                city.prepare(cityFile)
                        .cases()
                        .orElseThrow(() ->
                                new RefusedException(
                                        "exchange.no-case-mapping",
                                        "The city file (%s) has no part (cases)."
                                                .formatted(cityFile),
                                        "Describe the export there;"
                                                + " examples/boston/city.yaml shows how."));
        var rejectsPath = rejects.orElse(rejectsOf(csv));
        if (rejectsPath.toAbsolutePath().normalize().equals(csv.toAbsolutePath().normalize())) {
            throw new RefusedException(
                    "exchange.rejects-is-input",
                    "The rejects file (%s) is the file to import.".formatted(rejectsPath),
                    "Name another file with --rejects.");
        }
        return cases.importCases(mapping, csv, rejectsPath, progress);
    }

    private Path rejectsOf(Path csv) {
        var name = csv.getFileName().toString().replaceFirst("(?i)(\\.csv)?(\\.gz)?$", "");
        return data.resolve("rejects").resolve(name + "-rejects.csv");
    }
}
