package city.gewu.lake;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Spark as processes on this machine: a master, workers, and the program that asks.
final class SparkProcesses implements AutoCloseable {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> OPENED =
            List.of(
                    "java.lang",
                    "java.lang.invoke",
                    "java.lang.reflect",
                    "java.io",
                    "java.net",
                    "java.nio",
                    "java.util",
                    "java.util.concurrent",
                    "java.util.concurrent.atomic",
                    "jdk.internal.ref",
                    "sun.nio.ch",
                    "sun.nio.cs",
                    "sun.security.action",
                    "sun.util.calendar");

    private final List<Process> processes = new ArrayList<>();
    private final List<Process> workers = new ArrayList<>();
    private final int port = freePort();
    private final int page = freePort();
    private final Path folder;

    /// @param folder where workers work
    SparkProcesses(Path folder) throws IOException {
        this.folder = folder;
    }

    String master() {
        return "spark://127.0.0.1:" + port;
    }

    void startCluster(int count) throws IOException, InterruptedException {
        start(
                "master",
                "512m",
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--webui-port",
                Integer.toString(page));
        await("\"status\" : \"ALIVE\"");
        for (int i = 1; i <= count; i++) {
            workers.add(
                    start(
                            "worker-" + i,
                            "512m",
                            "org.apache.spark.deploy.worker.Worker",
                            "--host",
                            "127.0.0.1",
                            "--cores",
                            "1",
                            "--memory",
                            "1g",
                            "--webui-port",
                            "0",
                            "--work-dir",
                            folder.resolve("work-" + i).toString(),
                            master()));
        }
        await("\"aliveworkers\" : " + count);
    }

    Process ask(Path job, String master, String... settings) throws IOException {
        var words = new ArrayList<String>(List.of(settings));
        words.addAll(List.of(SparkFigures.class.getName(), job.toString(), master));
        var process = builder("driver", "1g", words).start();
        processes.add(process);
        return process;
    }

    /// Like a machine that loses its power: the worker and what it started.
    void killWorker(int number) {
        var worker = workers.get(number);
        worker.descendants().forEach(ProcessHandle::destroyForcibly);
        worker.destroyForcibly();
    }

    boolean workerHasWork(int number) {
        return workers.get(number).descendants().findAny().isPresent();
    }

    private Process start(String name, String memory, String... words) throws IOException {
        var builder = builder(name, memory, List.of(words));
        var log = folder.resolve(name + ".log").toFile();
        var process = builder.redirectErrorStream(true).redirectOutput(log).start();
        processes.add(process);
        return process;
    }

    private static ProcessBuilder builder(String name, String memory, List<String> words) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-Xmx" + memory,
                        "-Dgewu.role=" + name,
                        "-Dgewu.spark.executor.memory=512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow"));
        OPENED.forEach(it -> command.add("--add-opens=java.base/%s=ALL-UNNAMED".formatted(it)));
        command.addAll(List.of("-cp", TARGET + "/classes:" + TARGET + "/spark/jars/*"));
        command.addAll(words);
        var builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("SPARK_HOME", TARGET + "/spark");
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        return builder;
    }

    /// Until the master's page says so.
    private void await(String text) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (var http = HttpClient.newHttpClient()) {
            while (!page(http).contains(text)) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException(
                            "The cluster does not say (%s).".formatted(text));
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
    }

    private String page(HttpClient http) throws InterruptedException {
        try {
            var address = URI.create("http://127.0.0.1:%d/json/".formatted(page));
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException notYet) {
            return "";
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        for (var process : processes) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        processes.forEach(process -> process.onExit().join());
    }
}
