package city.gewu.cli;

import city.gewu.assessment.MonthArchive;
import city.gewu.assessment.MonthArchive.KeptMonth;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Writes closed months as Parquet, or proves what was written.
@Command(name = "archive", resourceBundle = "city.gewu.cli.help", mixinStandardHelpOptions = true)
final class ArchiveCommand implements Callable<Integer> {

    @Mixin private CityOptions city = new CityOptions();

    @Option(names = "--month", paramLabel = "YYYY-MM", descriptionKey = "archive.month")
    @Nullable
    private String month;

    @Option(names = "--to", paramLabel = "DIR", descriptionKey = "archive.to")
    @Nullable
    private Path to;

    @Option(names = "--verify", descriptionKey = "archive.verify")
    private boolean verify;

    @Override
    public Integer call() {
        var folder = Optional.ofNullable(to).orElseGet(() -> city.data.resolve("archive"));
        try (var context = city.open()) {
            return verify ? verify(context, folder) : keep(context, folder);
        }
    }

    private int keep(ApplicationContext context, Path folder) {
        var progress = new ProgressLine();
        var kept = new ArrayList<KeptMonth>();
        CliAudit.recorded(
                context,
                "archive.keep",
                Optional.ofNullable(month).orElse("all"),
                () -> {
                    context.getBean(MonthArchive.class)
                            .keep(folder, Optional.ofNullable(month), new Heard(progress, kept));
                    return kept;
                },
                ArchiveCommand::details);
        if (kept.isEmpty()) {
            Console.line(Words.get("archive.nothing"));
        }
        return 0;
    }

    private static Map<String, String> details(List<KeptMonth> kept) {
        var added = kept.stream().filter(KeptMonth::added).toList();
        return Map.of(
                "added", Integer.toString(added.size()),
                "rows", Long.toString(added.stream().mapToLong(KeptMonth::rows).sum()));
    }

    private static int verify(ApplicationContext context, Path folder) {
        var proved = context.getBean(MonthArchive.class).verify(folder, Console::warning);
        Console.line(
                Words.get(
                        proved.broken() == 0 ? "archive.whole" : "archive.broken",
                        proved.months(),
                        proved.rows(),
                        proved.seals(),
                        proved.foreign(),
                        proved.broken()));
        return proved.broken() == 0 ? 0 : 1;
    }

    private record Heard(ProgressLine progress, List<KeptMonth> months)
            implements MonthArchive.Told {

        @Override
        public void working(YearMonth month, long rows) {
            progress.show(rows, 0, 0);
        }

        @Override
        public void kept(KeptMonth month) {
            progress.end();
            months.add(month);
            Console.line(
                    Words.get(
                            month.added() ? "archive.kept" : "archive.there",
                            month.month(),
                            month.rows(),
                            month.seals()));
            if (month.added() && month.unsealed() > 0) {
                Console.warning(Words.get("archive.unsealed", month.month(), month.unsealed()));
            }
        }
    }
}
