package city.gewu.database;

import city.gewu.platform.RefusedException;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A real PostgreSQL for tests: one server for each test run, one empty, migrated database for each
/// caller. `GEWU_TEST_DB` (a JDBC URL with user and password, to a database whose user may create
/// others) uses a server instead of the embedded one.
public final class TestDatabase {

    private static final int AT_MOST_BESIDE_EACH_OTHER = 8;
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String TEMPLATE = "gewu_template_" + ProcessHandle.current().pid();
    private static final String LIST_DATABASES =
            "select datname from pg_database where datname ~ '^(t\\d+_\\d+|gewu_template_\\d+)$'";
    private static @Nullable Server server;

    private record Server(String urlPattern, String user, String password) {
        DataSource open(String database) {
            var source = new HikariDataSource();
            source.setJdbcUrl(urlPattern.formatted(database));
            source.setUsername(user);
            source.setPassword(password);
            source.setMaximumPoolSize(8);
            source.setMinimumIdle(0);
            source.setIdleTimeout(10_000);
            return source;
        }

        DataSource direct(String database) {
            return new DriverManagerDataSource(urlPattern.formatted(database), user, password);
        }
    }

    private TestDatabase() {}

    /// A database of your own with every table and no row.
    public static DataSource fresh() {
        return server().open(create());
    }

    /// The same, as settings for a Spring context.
    public static String[] freshProperties() {
        var name = create();
        return new String[] {
            "spring.datasource.url=" + server().urlPattern().formatted(name),
            "spring.datasource.username=" + server().user(),
            "spring.datasource.password=" + server().password(),
            "spring.datasource.hikari.maximum-pool-size=8",
            "spring.datasource.hikari.minimum-idle=0",
            "spring.datasource.hikari.idle-timeout=10000",
            "gewu.data=target/test-data/" + name
        };
    }

    /// The same for an application started like from the command line, before its own settings.
    public static String[] freshArguments() {
        return Arrays.stream(freshProperties()).map("--"::concat).toArray(String[]::new);
    }

    private static synchronized String create() {
        var name = "t%d_%d".formatted(ProcessHandle.current().pid(), NUMBER.incrementAndGet());
        JdbcClient.create(server().direct("postgres"))
                .sql("create database %s template %s".formatted(name, TEMPLATE))
                .update();
        return name;
    }

    private static synchronized Server server() {
        var running = server;
        if (running == null) {
            running = start();
            dropLeftovers(running.direct("postgres"));
            JdbcClient.create(running.direct("postgres"))
                    .sql("create database " + TEMPLATE)
                    .update();
            Flyway.configure()
                    .dataSource(running.direct(TEMPLATE))
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            server = running;
        }
        return running;
    }

    /// Databases of test runs that are over; a process that still runs keeps its own.
    private static void dropLeftovers(DataSource source) {
        var db = JdbcClient.create(source);
        db.sql(LIST_DATABASES).query(String.class).list().stream()
                .filter(name -> ProcessHandle.of(owner(name)).isEmpty())
                .forEach(name -> db.sql("drop database %s with (force)".formatted(name)).update());
    }

    private static long owner(String database) {
        return Long.parseLong(database.replaceFirst("^\\D+(\\d+).*$", "$1"));
    }

    private static Server start() {
        var url = System.getenv("GEWU_TEST_DB");
        if (url != null) {
            return new Server(
                    url.replaceFirst("/[^/?]+(\\?|$)", "/%s$1"),
                    System.getenv().getOrDefault("GEWU_TEST_DB_USER", "postgres"),
                    System.getenv().getOrDefault("GEWU_TEST_DB_PASSWORD", ""));
        }
        try {
            var data = folderOfOurOwn();
            var postgres = LocalPostgres.startForgetful(data.root());
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(() -> {
                                try {
                                    postgres.close();
                                    data.close();
                                } catch (IOException e) {
                                    throw new IllegalStateException(e);
                                }
                            }));
            return new Server(postgres.jdbcUrl("%s"), postgres.user(), postgres.password());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Test runs beside each other take the first folder that nobody holds.
    private static DataDirectory folderOfOurOwn() throws IOException {
        RefusedException held = null;
        for (int number = 1; number <= AT_MOST_BESIDE_EACH_OTHER; number++) {
            try {
                return DataDirectory.open(Path.of("target/test-postgres-" + number));
            } catch (RefusedException refused) {
                held = refused;
            }
        }
        throw new IllegalStateException("every test folder is in use", held);
    }
}
