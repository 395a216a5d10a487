package city.gewu.cli;

import city.gewu.exchange.Exchange;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Brings territory, cases or facilities in from files.
@Command(
        name = "import",
        resourceBundle = "city.gewu.cli.help",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(territory | cases | facilities | points)",
        subcommands = {
            ImportCommand.Territory.class,
            ImportCommand.Cases.class,
            ImportFacilities.class,
            ImportPoints.class
        })
final class ImportCommand {

    @Command(
            name = "territory",
            resourceBundle = "city.gewu.cli.help",
            mixinStandardHelpOptions = true)
    static final class Territory implements Callable<Integer> {

        @Mixin private CityOptions options = new CityOptions();

        @Parameters(paramLabel = "FILE.geojson", descriptionKey = "territory.file")
        private Path file = Path.of("");

        @Option(names = "--city", required = true, paramLabel = "FILE", descriptionKey = "city")
        private Path city = Path.of("");

        @Option(names = "--level", required = true, paramLabel = "LEVEL", descriptionKey = "level")
        private String level = "";

        @Override
        public Integer call() {
            Inputs.mustRead(city);
            Inputs.mustRead(file);
            long started = System.nanoTime();
            try (var context = options.open()) {
                var exchange = context.getBean(Exchange.class);
                exchange.prepareCity(city);
                var units =
                        CliAudit.recorded(
                                context,
                                "import.territory",
                                file.getFileName().toString(),
                                () -> exchange.importTerritory(city, file, level, Console::warning),
                                done ->
                                        Map.of(
                                                "level", level,
                                                "read", Long.toString(done.read()),
                                                "added", Long.toString(done.added()),
                                                "changed", Long.toString(done.changed()),
                                                "retired", Long.toString(done.retired())));
                double seconds = (System.nanoTime() - started) / 1e9;
                Console.line(
                        Words.get(
                                "territory.done",
                                level,
                                units.read(),
                                units.added(),
                                units.changed(),
                                units.retired(),
                                units.unchanged(),
                                seconds));
                return 0;
            }
        }
    }

    @Command(name = "cases", resourceBundle = "city.gewu.cli.help", mixinStandardHelpOptions = true)
    static final class Cases implements Callable<Integer> {

        @Mixin private CityOptions options = new CityOptions();

        @Parameters(paramLabel = "FILE.csv[.gz]", descriptionKey = "cases.file")
        private Path file = Path.of("");

        @Option(names = "--city", required = true, paramLabel = "FILE", descriptionKey = "city")
        private Path city = Path.of("");

        @Option(names = "--rejects", paramLabel = "FILE", descriptionKey = "rejects")
        @Nullable
        private Path rejects;

        @Override
        public Integer call() {
            Inputs.mustRead(city);
            Inputs.mustRead(file);
            try (var context = options.open()) {
                var exchange = context.getBean(Exchange.class);
                exchange.prepareCity(city);
                var progress = new ProgressLine();
                var done =
                        CliAudit.recorded(
                                context,
                                "import.cases",
                                file.getFileName().toString(),
                                () ->
                                        exchange.importCases(
                                                city,
                                                file,
                                                Optional.ofNullable(rejects),
                                                p ->
                                                        progress.show(
                                                                p.rows(),
                                                                p.bytesRead(),
                                                                p.bytesTotal())),
                                imported ->
                                        Map.of(
                                                "read", Long.toString(imported.read()),
                                                "added", Long.toString(imported.added()),
                                                "already_there",
                                                        Long.toString(imported.alreadyThere())));
                progress.end();
                CaseImportReport.print(done);
                return 0;
            }
        }
    }
}
