package city.gewu.cli;

import city.gewu.people.People;
import city.gewu.platform.Readiness;
import city.gewu.signin.Accounts;
import city.gewu.territory.Territory;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Serves the city in the data directory until it is stopped.
@Command(name = "serve", resourceBundle = "city.gewu.cli.help", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    /// The process goes on; the server's threads carry it.
    static final int STAYS = -1;

    @Mixin private CityOptions city = new CityOptions();

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080", descriptionKey = "port")
    private int port;

    @Override
    public Integer call() {
        var context = serve(city, port);
        context.getBean(Territory.class)
                .findCity()
                .ifPresent(found ->
                        FirstAccounts.make(
                                context.getBean(Accounts.class),
                                context.getBean(People.class),
                                found));
        open(context, port);
        return context.isRunning() ? STAYS : 1;
    }

    /// A server that answers and is not ready before the city is opened.
    static ConfigurableApplicationContext serve(CityOptions city, int port) {
        return city.start(
                WebApplicationType.SERVLET,
                Map.of(
                        "server.port",
                        Integer.toString(port),
                        "gewu.serving",
                        "true",
                        "gewu.opening",
                        "true"));
    }

    /// From here on the city is ready, for whoever asks its health and for whoever looks.
    static void open(ConfigurableApplicationContext context, int port) {
        context.getBean(Readiness.class).open();
        Console.line(Words.get("serve.ready", address(port)));
    }

    private static String address(int port) {
        return "http://localhost:" + port + "/";
    }
}
