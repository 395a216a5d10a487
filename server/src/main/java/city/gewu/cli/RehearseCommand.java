package city.gewu.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Starts everything once and stops again, so that the JVM can write its ahead-of-time cache. The
/// launcher calls it after a build.
@Command(name = "rehearse", hidden = true, resourceBundle = "city.gewu.cli.help")
final class RehearseCommand implements Callable<Integer> {

    @Mixin private CityOptions city = new CityOptions();

    @Override
    public Integer call() {
        try (var context = ServeCommand.serve(city, 0)) {
            return context.isRunning() ? 0 : 1;
        }
    }
}
