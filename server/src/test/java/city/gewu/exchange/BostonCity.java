package city.gewu.exchange;

import city.gewu.assessment.Assessment;
import city.gewu.database.TestDatabase;
import city.gewu.exchange.Exchange.CaseImport;
import city.gewu.territory.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Boston as its example files and its real export make it, once for each test run.
final class BostonCity {

    static final Path CITY_FILE = Path.of("../examples/boston/city.yaml");

    private static final String[] MODULES = {
        "city.gewu.territory",
        "city.gewu.worktime",
        "city.gewu.people",
        "city.gewu.catalogue",
        "city.gewu.evidence",
        "city.gewu.casework",
        "city.gewu.exchange",
        "city.gewu.assessment"
    };

    private static @Nullable BostonCity imported;

    final GenericApplicationContext context;
    final Exchange exchange;
    final Assessment assessment;
    final JdbcClient db;
    final CaseImport first;

    private BostonCity(Path files) throws IOException {
        DataSource database = TestDatabase.fresh();
        context = start(database, Files.createTempDirectory("gewu-boston"));
        exchange = context.getBean(Exchange.class);
        assessment = context.getBean(Assessment.class);
        db = JdbcClient.create(database);
        for (var level : new String[] {"ward", "precinct"}) {
            exchange.importTerritory(
                    CITY_FILE, files.resolve(level + "s.geojson"), level, _ -> {});
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

    private static GenericApplicationContext start(DataSource database, Path data) {
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("boston", Map.of("gewu.data", data.toString())));
        context.getBeanFactory()
                .setConversionService(ApplicationConversionService.getSharedInstance());
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        context.registerBean(
                TransactionTemplate.class,
                () -> new TransactionTemplate(new JdbcTransactionManager(database)));
        context.registerBean(
                Clock.class,
                Clock::systemUTC);
        context.scan(MODULES);
        context.refresh();
        return context;
    }

}
