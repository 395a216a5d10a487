package city.gewu.evidence.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A real store that speaks S3 and checks signatures: S3Proxy over a folder, in a process of its
/// own. It can be stopped and started again on the same port with the same photos.
final class S3Store {

    static final String BUCKET = "gewu-photos";
    private static final String KEY = "a-city";
    private static final String SECRET = "only-for-this-test-store";
    private static final Path JAR = Path.of("target/s3proxy/s3proxy.jar");
    private static final int LONGEST_START_SECONDS = 120;

    private final Path folder;
    private final int port;
    private Process process;

    private S3Store(Path folder, int port) throws IOException, InterruptedException {
        this.folder = folder;
        this.port = port;
        this.process = run();
    }

    static S3Store start(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("buckets").resolve(BUCKET));
        return new S3Store(folder, freePort());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /// The settings of a server that keeps its photos here.
    Map<String, String> settings() {
        return Map.of(
                "gewu.photos.store",
                "s3",
                "gewu.photos.s3.endpoint",
                "http://127.0.0.1:" + port,
                "gewu.photos.s3.bucket",
                BUCKET,
                "gewu.photos.s3.prefix",
                "city/photos",
                "gewu.photos.s3.access-key",
                KEY,
                "gewu.photos.s3.secret-key",
                SECRET);
    }

    /// Where the photos lie in the end.
    Path photos() {
        return folder.resolve("buckets").resolve(BUCKET).resolve("city/photos");
    }

    void goAway() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    void comeBack() throws IOException, InterruptedException {
        process = run();
    }

    private Process run() throws IOException, InterruptedException {
        var settings = folder.resolve("s3proxy.properties");
        Files.writeString(
                settings,
                """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=filesystem
                jclouds.identity=local
                jclouds.credential=local
                jclouds.filesystem.basedir=%s
                """
                        .formatted(port, KEY, SECRET, folder.resolve("buckets").toAbsolutePath()));
        var started =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx200m",
                                "-XX:TieredStopAtLevel=1",
                                "-jar",
                                JAR.toAbsolutePath().toString(),
                                "--properties",
                                settings.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(Path.of("target/s3proxy.log").toFile())
                        .start();
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        waitUntilReady(started);
        return started;
    }

    private void waitUntilReady(Process started) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_START_SECONDS);
        while (System.nanoTime() < end && started.isAlive()) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException _) {
                Thread.sleep(100);
            }
        }
        started.destroyForcibly();
        throw new IllegalStateException(
                "S3Proxy did not start:\n" + Files.readString(Path.of("target/s3proxy.log")));
    }
}
