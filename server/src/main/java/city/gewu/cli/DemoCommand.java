package city.gewu.cli;

import city.gewu.demo.DemoCity;
import city.gewu.demo.DemoProgress;
import city.gewu.demo.DemoSummary;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// A city with days behind it, made when it is not there, and served.
@Command(name = "demo", resourceBundle = "city.gewu.cli.help", mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @Mixin private CityOptions city = new CityOptions();

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080", descriptionKey = "port")
    private int port;

    @Option(names = "--days", paramLabel = "N", defaultValue = "30", descriptionKey = "days")
    private int days;

    @Override
    public Integer call() {
        var context = ServeCommand.serve(city, port);
        tell(
                CliAudit.recorded(
                        context,
                        "demo.build",
                        "",
                        () -> context.getBean(DemoCity.class).build(days, DemoCommand::tell),
                        summary ->
                                Map.of(
                                        "days", Integer.toString(days),
                                        "cases", Integer.toString(summary.cases()))));
        ServeCommand.open(context, port);
        return ServeCommand.STAYS;
    }

    private static void tell(DemoProgress progress) {
        if (progress.done() == progress.total() || Console.isWatched()) {
            var key = "demo." + progress.stage().name().toLowerCase(Locale.ROOT);
            Console.line(Words.get(key, progress.done(), progress.total()));
        }
    }

    private static void tell(DemoSummary summary) {
        if (summary.cases() > 0) {
            Console.line(Words.get("demo.done", summary.unitGrids(), summary.cases()));
        }
        if (summary.refused() > 0) {
            Console.warning(Words.get("demo.refused", summary.refused()));
        }
        summary.passwords().forEach(Console::signIn);
        Console.line(Words.get("demo.follow-codes", summary.followCodesFile()));
        Console.line(
                Words.get(
                        summary.passwords().isEmpty() ? "demo.sign-ins-before" : "demo.sign-ins",
                        summary.signIns()));
    }
}
