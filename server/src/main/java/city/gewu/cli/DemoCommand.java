package city.gewu.cli;

import city.gewu.demo.DemoCity;
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
        context.getBean(DemoCity.class).build(days, Console::line);
        Console.line(Words.get("serve.ready", ServeCommand.address(port)));
        return ServeCommand.STAYS;
    }
}
