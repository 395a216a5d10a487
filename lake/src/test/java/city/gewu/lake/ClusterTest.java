package city.gewu.lake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Spark in processes of its own answers what DuckDB answers, also when it loses one of them.
class ClusterTest {

    private static final Pattern PROGRESS = Pattern.compile("Spark: (\\d+) of (\\d+) parts done");
    private static final String LOST = "is gone";

    @TempDir Path folder;

    private record Answer(List<String> rows, List<String> said, int code) {}

    @Test
    @Timeout(600)
    void onOneMachine() throws Exception {
        var cities = ManyCities.archive(folder.resolve("archive"), 3, 20_000);
        try (var spark = new SparkProcesses(folder)) {
            var answer = hear(spark.ask(cities.job(), "local[2]"), _ -> {});
            assertThat(answer.code).as("%s", answer.said).isZero();
            assertThat(answer.rows).isEqualTo(cities.expected());
        }
    }

    @Test
    @Timeout(900)
    void onAClusterThatLosesAWorkerHalfWay() throws Exception {
        var cities = ManyCities.archive(folder.resolve("archive"), 40, 60_000);
        var doneAtTheKill = new AtomicInteger();
        try (var spark = new SparkProcesses(folder)) {
            spark.startCluster(2);
            var process = spark.ask(cities.job(), spark.master(), "-Dgewu.spark.partition=64k");
            var answer =
                    hear(
                            process,
                            line -> {
                                var progress = PROGRESS.matcher(line);
                                if (progress.matches()
                                        && doneAtTheKill.get() == 0
                                        && Integer.parseInt(progress.group(1)) >= 10) {
                                    assertThat(spark.workerHasWork(1)).isTrue();
                                    spark.killWorker(1);
                                    doneAtTheKill.set(Integer.parseInt(progress.group(1)));
                                }
                            });
            assertThat(doneAtTheKill.get())
                    .as("parts done at the kill: %s", answer.said)
                    .isBetween(10, 39);
            assertThat(answer.said).anySatisfy(line -> assertThat(line).contains(LOST));
            assertThat(answer.code).as("%s", answer.said).isZero();
            assertThat(answer.rows).isEqualTo(cities.expected());
        }
    }

    private interface Listener {
        void said(String line);
    }

    private static Answer hear(Process process, Listener listener) throws Exception {
        var said =
                CompletableFuture.supplyAsync(() -> {
                    try (BufferedReader lines = process.errorReader(UTF_8)) {
                        var all = new ArrayList<String>();
                        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                            all.add(line);
                            listener.said(line);
                        }
                        return all;
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                });
        var rows = new ArrayList<String>();
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            lines.lines().forEach(rows::add);
        }
        int code = process.waitFor();
        if (code == 0) {
            assertThat(rows.removeLast()).isEqualTo("rows\t" + rows.size());
        }
        return new Answer(rows, said.get(), code);
    }
}
