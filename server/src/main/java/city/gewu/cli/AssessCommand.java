package city.gewu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.gewu.assessment.ArchivedAssessment;
import city.gewu.assessment.ArchivedAssessment.Question;
import city.gewu.assessment.Assessment;
import city.gewu.assessment.Assessment.Figure;
import city.gewu.assessment.FigureFormat;
import city.gewu.assessment.FigureTable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
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

    @Option(names = "--archive", paramLabel = "DIR", descriptionKey = "assess.archive")
    @Nullable
    private Path archive;

    @Option(names = "--city", paramLabel = "CODE", descriptionKey = "assess.city")
    @Nullable
    private String onlyCity;

    @Option(
            names = "--master",
            defaultValue = "local[*]",
            paramLabel = "URL",
            descriptionKey = "master")
    private String master = "";

    @Option(names = "--format", defaultValue = "table", descriptionKey = "format")
    private FigureFormat format = FigureFormat.TABLE;

    /// Where the figures are computed.
    enum Engine {
        POSTGRES,
        DUCKDB,
        SPARK
    }

    @Override
    public Integer call() throws IOException {
        var out = new BufferedWriter(new OutputStreamWriter(System.out, UTF_8));
        try (var context = engine == Engine.POSTGRES ? city.open() : city.openArchive();
                var table = FigureTable.open(format, out)) {
            switch (engine) {
                case POSTGRES -> live(context, table);
                case DUCKDB -> archived(context, ArchivedAssessment.Engine.DUCKDB, table);
                case SPARK -> archived(context, ArchivedAssessment.Engine.SPARK, table);
            }
        }
        return 0;
    }

    private void live(ApplicationContext context, Consumer<Figure> to) {
        context.getBean(Assessment.class).evaluate(period, by, Optional.ofNullable(indicator), to);
    }

    private void archived(
            ApplicationContext context, ArchivedAssessment.Engine where, Consumer<Figure> to) {
        context.getBean(ArchivedAssessment.class)
                .evaluate(
                        new Question(
                                Optional.ofNullable(archive)
                                        .orElseGet(() -> city.data.resolve("archive")),
                                where,
                                master,
                                Optional.ofNullable(onlyCity),
                                period,
                                by,
                                Optional.ofNullable(indicator)),
                        to);
    }
}
