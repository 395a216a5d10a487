package city.gewu.cli;

import city.gewu.exchange.Exchange;
import city.gewu.facility.Facilities;
import city.gewu.facility.Facilities.ImportedFacilities;
import city.gewu.territory.PointFile.Format;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Brings toilets, markets, car parks and relief points in from a file.
@Command(
        name = "facilities",
        resourceBundle = "city.gewu.cli.help",
        mixinStandardHelpOptions = true)
final class ImportFacilities implements Callable<Integer> {

    private static final int SHOWN = 20;

    @Mixin private CityOptions options = new CityOptions();

    @Parameters(paramLabel = "FILE.csv|FILE.geojson", descriptionKey = "facilities.file")
    private Path file = Path.of("");

    @Option(names = "--city", required = true, paramLabel = "FILE", descriptionKey = "city")
    private Path city = Path.of("");

    @Override
    public Integer call() {
        Inputs.mustRead(city);
        Inputs.mustRead(file);
        try (var context = options.open()) {
            context.getBean(Exchange.class).prepareCity(city);
            var facilities = context.getBean(Facilities.class);
            String name = String.valueOf(file.getFileName());
            var done =
                    CliAudit.recorded(
                            context,
                            "import.facilities",
                            name,
                            () -> read(facilities, name),
                            imported ->
                                    Map.of(
                                            "read", Integer.toString(imported.read()),
                                            "added", Integer.toString(imported.added()),
                                            "changed", Integer.toString(imported.changed())));
            Console.line(
                    Words.get(
                            "facilities.done",
                            done.read(),
                            done.added(),
                            done.changed(),
                            done.unchanged(),
                            done.rejected().size()));
            done.rejected().stream()
                    .limit(SHOWN)
                    .forEach(one ->
                            Console.line(
                                    Words.get(
                                            "facilities.rejected",
                                            one.row(),
                                            one.code(),
                                            one.reason(),
                                            one.detail())));
            return 0;
        }
    }

    private ImportedFacilities read(Facilities facilities, String name) {
        var format = name.toLowerCase(Locale.ROOT).endsWith(".csv") ? Format.CSV : Format.GEOJSON;
        try (var in = Files.newInputStream(file)) {
            return facilities.importFacilities(
                    name, format, in, "cli:" + System.getProperty("user.name", "unknown"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
