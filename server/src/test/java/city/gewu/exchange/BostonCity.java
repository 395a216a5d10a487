package city.gewu.exchange;

import city.gewu.GewuApplication;
import city.gewu.assessment.Assessment;
import city.gewu.database.TestDatabase;
import city.gewu.exchange.Exchange.CaseImport;
import city.gewu.territory.RealData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Boston as its example files and its real export make it, once for each test run.
final class BostonCity {

    static final Path CITY_FILE = Path.of("../examples/boston/city.yaml");

    private static @Nullable BostonCity imported;

    final ConfigurableApplicationContext context;
    final Exchange exchange;
    final Assessment assessment;
    final JdbcClient db;
    final CaseImport first;

    private BostonCity(Path files) throws IOException {
        context = start();
        exchange = context.getBean(Exchange.class);
        assessment = context.getBean(Assessment.class);
        db = context.getBean(JdbcClient.class);
        for (var level : new String[] {"ward", "precinct"}) {
            exchange.importTerritory(CITY_FILE, files.resolve(level + "s.geojson"), level, _ -> {});
        }
        first = importCases();
    }

    /// Skips the test when the real files are not there.
    static synchronized BostonCity imported() throws IOException {
        var city = imported;
        if (city == null) {
            city = new BostonCity(RealData.boston());
            imported = city;
        }
        return city;
    }

    static Path export() {
        return RealData.boston().resolve("boston-311-2011-q3.csv");
    }

    CaseImport importCases() {
        return exchange.importCases(CITY_FILE, export(), Optional.empty(), _ -> {});
    }

    /// The whole application, the way the command line starts it.
    private static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(GewuApplication.class)
                .web(WebApplicationType.NONE)
                .properties("spring.main.lazy-initialization=true")
                .run(TestDatabase.freshArguments());
    }
}
