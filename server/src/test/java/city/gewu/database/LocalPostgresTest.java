package city.gewu.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.gewu.platform.RefusedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {

    @TempDir Path folder;

    @Test
    void keepsItsRowsOverAKillOfTheServerAndComesBackByItself() throws Exception {
        try (var data = DataDirectory.open(folder);
                var postgres = LocalPostgres.start(data.root())) {
            write(postgres.jdbcUrl(), postgres.password(), "create table kept (n int)");
            write(postgres.jdbcUrl(), postgres.password(), "insert into kept values (7)");

            ProcessHandle.of(serverPid()).orElseThrow().destroyForcibly();

            assertThat(readWhenBack(postgres.jdbcUrl(), postgres.password())).isEqualTo(7);
        }
    }

    @Test
    void stopsWithItsJvmEvenWhenThatIsKilledAndKeepsWhatWasCommitted() throws Exception {
        var holder = hold();
        String url;
        String password;
        try (var words = reader(holder)) {
            url = words.readLine();
            password = words.readLine();
            write(url, password, "create table kept (n int)");
            write(url, password, "insert into kept values (7)");
            long server = serverPid();

            holder.destroyForcibly().waitFor();

            awaitGone(server);
        }
        try (var data = DataDirectory.open(folder);
                var postgres = LocalPostgres.start(data.root())) {
            assertThat(readWhenBack(postgres.jdbcUrl(), postgres.password())).isEqualTo(7);
        }
    }

    @Test
    void aSecondProcessOnTheSameFolderIsRefusedWithTheFirstOnesNumber() throws Exception {
        var holder = hold();
        long server = 0;
        try (var words = reader(holder)) {
            words.readLine();
            server = serverPid();

            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> DataDirectory.open(folder))
                    .satisfies(refused -> {
                        assertThat(refused.refusal().code()).isEqualTo("data.in-use");
                        assertThat(refused.refusal().detail())
                                .contains("pid " + holder.pid())
                                .contains(folder.toString());
                    });
        } finally {
            holder.destroyForcibly().waitFor();
            awaitGone(server);
        }
    }

    @Test
    void anInitialisationCutOffHalfWayIsDoneAgain() throws Exception {
        Files.createDirectories(folder.resolve("initialising-left-over/base"));
        Files.createDirectories(folder.resolve("postgres-data"));

        try (var data = DataDirectory.open(folder);
                var postgres = LocalPostgres.start(data.root())) {
            write(postgres.jdbcUrl(), postgres.password(), "create table kept (n int)");
            assertThat(folder.resolve("initialising-left-over")).doesNotExist();
        }
    }

    private Process hold() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        PostgresHolder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static BufferedReader reader(Process process) {
        return process.inputReader(StandardCharsets.UTF_8);
    }

    private long serverPid() throws IOException {
        return Long.parseLong(
                Files.readAllLines(folder.resolve("postgres-data/postmaster.pid"))
                        .getFirst()
                        .strip());
    }

    private static void write(String url, String password, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url, "postgres", password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int readWhenBack(String url, String password) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            try (var connection = DriverManager.getConnection(url, "postgres", password);
                    var rows = connection.createStatement().executeQuery("select n from kept")) {
                rows.next();
                return rows.getInt(1);
            } catch (SQLException notYet) {
                if (System.nanoTime() > end) {
                    throw notYet;
                }
                Thread.sleep(50);
            }
        }
    }

    private static void awaitGone(long pid) throws Exception {
        var server = ProcessHandle.of(pid);
        if (server.isPresent()) {
            server.get().onExit().get(60, TimeUnit.SECONDS);
        }
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }
}
