package city.gewu.cli;

import java.util.Locale;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParseResult;

/// The program behind `./gewu`. Exit codes: 0 done, 1 could not, 2 wrong use.
@Command(
        name = "gewu",
        resourceBundle = "city.gewu.cli.help",
        mixinStandardHelpOptions = true,
        version = "Gewu 0.1.0",
        subcommands = {
            HelpCommand.class,
            DemoCommand.class,
            ServeCommand.class,
            ImportCommand.class,
            AssessCommand.class,
            ArchiveCommand.class,
            VerifyCommand.class,
            RehearseCommand.class
        })
public final class Gewu {

    private Gewu() {}

    public static void main(String[] arguments) {
        int code = run(arguments);
        if (code != ServeCommand.STAYS) {
            System.exit(code);
        }
    }

    static int run(String... arguments) {
        var line = new CommandLine(new Gewu());
        line.setResourceBundle(ResourceBundle.getBundle("city.gewu.cli.help", language()));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler(
                (failure, _, _) -> Failures.explain(failure, line.getErr()));
        line.setExecutionStrategy(Gewu::orHelp);
        return line.execute(arguments);
    }

    private static int orHelp(ParseResult parsed) {
        if (!parsed.hasSubcommand()
                && !parsed.isUsageHelpRequested()
                && !parsed.isVersionHelpRequested()) {
            parsed.commandSpec().commandLine().usage(System.out);
            return CommandLine.ExitCode.OK;
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    /// Chinese for a Chinese locale, English for every other.
    private static Locale language() {
        return Locale.getDefault().getLanguage().equals("zh")
                ? Locale.SIMPLIFIED_CHINESE
                : Locale.ROOT;
    }
}
