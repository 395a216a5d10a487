package city.gewu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real program, killed for real: an import that died and was run again is the import that was
/// never disturbed.
class ImportKilledHalfWayTest {

    private static final int ROWS = 12_000;
    private static final Path CITY = Path.of("../examples/boston/city.yaml");

    @TempDir Path folder;

    @Test
    void anImportKilledAtThreePointsAndRunAgainEndsTheSame() throws Exception {
        Path csv = writeExport(folder.resolve("export.csv"));
        Path calm = folder.resolve("calm");
        Path killed = folder.resolve("killed");
        assertThat(importCases(csv, calm).waitFor()).isZero();

        for (int point : List.of(1, ROWS / 3, 2 * ROWS / 3)) {
            var process = importCases(csv, killed);
            awaitCases(killed, point, process);
            process.destroyForcibly().waitFor();
            assertThat(process.exitValue()).as("killed at %d rows", point).isNotZero();
        }
        assertThat(importCases(csv, killed).waitFor()).isZero();

        assertThat(contents(killed)).isEqualTo(contents(calm));
        assertThat(rejects(killed)).isEqualTo(rejects(calm));
        assertThat(run("verify", "--data", killed.toString()).waitFor()).isZero();
    }

    private static Path writeExport(Path file) throws IOException {
        var random = new Random(20110801);
        var lines = new ArrayList<String>();
        lines.add(
                "case_enquiry_id,open_dt,target_dt,closed_dt,case_status,closure_reason,case_title,"
                        + "reason,type,department,location,ward,precinct,latitude,longitude,source");
        for (int i = 0; i < ROWS; i++) {
            int day = 1 + random.nextInt(28);
            boolean broken = i % 1000 == 17;
            lines.add(
                    "%d,2011-08-%02d 09:%02d:00,2011-08-%02d 09:00:00,%s,Closed,done,Pothole %d,Highway Maintenance,Pothole Repair (Internal),%s,%d Main St,Ward %d,,42.3%03d,-71.0%03d,Constituent Call"
                            .formatted(
                                    900_000 + i,
                                    day,
                                    i % 60,
                                    Math.min(day + 2, 28),
                                    "2011-08-%02d 10:00:00".formatted(day),
                                    i,
                                    broken ? "NOBODY" : "PWDx",
                                    i,
                                    1 + random.nextInt(22),
                                    random.nextInt(1000),
                                    600 + random.nextInt(300)));
        }
        return Files.write(file, lines);
    }

    private static Process importCases(Path csv, Path data) throws IOException {
        return run(
                "import",
                "cases",
                csv.toString(),
                "--city",
                CITY.toString(),
                "--data",
                data.toString());
    }

    private static Process run(String... words) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                Gewu.class.getName()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void awaitCases(Path data, int wanted, Process process) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (process.isAlive() && System.nanoTime() < end && countCases(data) < wanted) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(process.isAlive()).as("still importing at %d rows", wanted).isTrue();
    }

    private static long countCases(Path data) throws IOException {
        try {
            return Long.parseLong(query(data, "select count(*) from casework.case_file"));
        } catch (SQLException notYet) {
            return 0;
        }
    }

    private static List<String> contents(Path data) throws Exception {
        try (var directory = city.gewu.database.DataDirectory.open(data);
                var _ = city.gewu.database.LocalPostgres.start(directory.root())) {
            return List.of(
                    query(
                            data,
                            """
                            select count(*) || ' ' || md5(string_agg(origin_id || state || version || department
                              || places::text || flags::text || reported_at || coalesce(due_at::text, '')
                              || coalesce(ended_at::text, ''), ';' order by origin_id))
                              from casework.case_file
                            """),
                    query(
                            data,
                            """
                            select count(*) || ' ' || md5(string_agg(f.origin_id || e.seq || e.kind || e.at || e.details,
                              ';' order by f.origin_id, e.seq))
                              from casework.case_event e
                              join casework.case_file f on f.case_id = e.case_id
                            """));
        }
    }

    private static String query(Path data, String sql) throws IOException, SQLException {
        Path pidFile = data.resolve("postgres-data/postmaster.pid");
        if (!Files.exists(pidFile)) {
            throw new SQLException("not started yet");
        }
        var lines = Files.readAllLines(pidFile);
        if (lines.size() < 4) {
            throw new SQLException("not started yet");
        }
        String url = "jdbc:postgresql://127.0.0.1:%s/postgres".formatted(lines.get(3).strip());
        String password = Files.readString(data.resolve("postgres-password")).strip();
        try (var connection = DriverManager.getConnection(url, "postgres", password);
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static List<String> rejects(Path data) throws IOException {
        try (var files = Files.walk(data.resolve("rejects"))) {
            Path file = files.filter(Files::isRegularFile).findFirst().orElseThrow();
            return Files.readAllLines(file);
        }
    }
}
