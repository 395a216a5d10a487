package city.gewu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.gewu.assessment.Assessment;
import city.gewu.assessment.FigureFormat;
import city.gewu.assessment.FigureTable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Indicators of a period, by subject.
@Command(name = "assess", resourceBundle = "city.gewu.cli.help", mixinStandardHelpOptions = true)
final class AssessCommand implements Callable<Integer> {

    @Mixin private CityOptions city = new CityOptions();

    @Option(names = "--period", required = true, paramLabel = "YYYY-MM", descriptionKey = "period")
    private String period = "";

    @Option(names = "--by", required = true, paramLabel = "KIND", descriptionKey = "by")
    private String by = "";

    @Option(names = "--indicator", paramLabel = "CODE", descriptionKey = "indicator")
    @Nullable
    private String indicator;

    @Option(names = "--engine", defaultValue = "postgres", descriptionKey = "engine")
    private Engine engine = Engine.POSTGRES;

    @Option(names = "--format", defaultValue = "table", descriptionKey = "format")
    private FigureFormat format = FigureFormat.TABLE;

    /// Where the figures are computed.
    enum Engine {
        POSTGRES
    }

    @Override
    public Integer call() throws IOException {
        var out = new OutputStreamWriter(System.out, UTF_8);
        try (var context = city.open();
                var table = FigureTable.open(format, out)) {
            switch (engine) {
                case POSTGRES ->
                        context.getBean(Assessment.class)
                                .evaluate(period, by, Optional.ofNullable(indicator), table);
            }
        }
        return 0;
    }
}
