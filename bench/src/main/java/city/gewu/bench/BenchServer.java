package city.gewu.bench;

import city.gewu.database.LocalPostgres;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// The one PostgreSQL that all contenders of a run share, with a database for each. It is the
/// server a city runs on, with the same settings, and is thrown away afterwards.
final class BenchServer implements AutoCloseable {

    private final Path folder;
    private final LocalPostgres postgres;

    BenchServer() throws IOException, InterruptedException {
        folder = Files.createTempDirectory(Path.of(System.getProperty("user.dir")), ".bench");
        postgres = LocalPostgres.start(folder);
    }

    Path folder() {
        return folder;
    }

    /// Settings of a new, empty database for a Spring context.
    String[] settings(String database, int connections) {
        create(database);
        return new String[] {
            "--spring.datasource.url=" + postgres.jdbcUrl(database),
            "--spring.datasource.username=" + postgres.user(),
            "--spring.datasource.password=" + postgres.password(),
            "--spring.datasource.hikari.maximum-pool-size=" + connections,
            "--gewu.data=" + folder.resolve(database),
            "--server.port=0"
        };
    }

    /// A pool on a new, empty database.
    HikariDataSource open(String database, int connections) {
        create(database);
        return pool(database, connections);
    }

    HikariDataSource pool(String database, int connections) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(postgres.jdbcUrl(database));
        pool.setUsername(postgres.user());
        pool.setPassword(postgres.password());
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(0);
        return pool;
    }

    String version() {
        return admin().sql("show server_version").query(String.class).single();
    }

    private void create(String database) {
        admin().sql("create database " + database).update();
    }

    private JdbcClient admin() {
        return JdbcClient.create(
                new DriverManagerDataSource(
                        postgres.jdbcUrl(), postgres.user(), postgres.password()));
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
