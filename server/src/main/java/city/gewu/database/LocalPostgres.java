package city.gewu.database;

import city.gewu.platform.RefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/// A real PostgreSQL server owned by this process, with full durability. It stops when this JVM
/// stops, even by `kill -9`; it is started again when it dies under us.
public final class LocalPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LocalPostgres.class);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /// The server runs under a shell whose standard input is a pipe from this JVM. The pipe closes
    /// with the JVM, however it ends; the shell then asks the server for a fast shutdown.
    private static final String GUARD =
            """
            exec 3<&0
            "$@" </dev/null 3<&- &
            server=$!
            ( cat <&3 >/dev/null; kill -INT $server 2>/dev/null ) &
            exec 3<&-
            trap '' INT TERM HUP
            wait $server
            """;

    private final Path data;
    private final Path logFile;
    private final int port;
    private final String password;
    private final List<String> command;
    private volatile Process guard;
    private volatile boolean closing;

    private static final List<String> SETTINGS =
            List.of(
                    "listen_addresses=127.0.0.1",
                    "unix_socket_directories=",
                    "shared_buffers=256MB",
                    "max_connections=200",
                    "max_wal_size=2GB",
                    "wal_compression=on",
                    "jit=off",
                    "logging_collector=off");

    private static final List<String> DURABLE = List.of("fsync=on", "synchronous_commit=on");

    /// For databases that nobody misses: a stop then takes no time, however much was written.
    private static final List<String> FORGETFUL =
            List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off");

    /// Starts the server under `base`, unpacking and initialising what is not there.
    public static LocalPostgres start(Path base) throws IOException, InterruptedException {
        return start(base, DURABLE);
    }

    /// The same with nothing kept safe from a crash, for the databases of tests.
    static LocalPostgres startForgetful(Path base) throws IOException, InterruptedException {
        return start(base, FORGETFUL);
    }

    private static LocalPostgres start(Path base, List<String> durability)
            throws IOException, InterruptedException {
        Path home = PostgresBinaries.unpack(base.resolve("postgres-bin"));
        Path data = base.resolve("postgres-data");
        Path passwordFile = base.resolve("postgres-password");
        if (!Files.exists(data.resolve("global/pg_control"))) {
            initialise(home, data, passwordFile);
        }
        stopLeftover(home, data);
        String password = Files.readString(passwordFile).strip();
        var server = new LocalPostgres(home, data, freePort(), password, durability);
        server.awaitReady();
        Thread.ofPlatform().daemon().name("postgres-watch").start(server::watch);
        return server;
    }

    private LocalPostgres(Path home, Path data, int port, String password, List<String> durability)
            throws IOException, InterruptedException {
        this.data = data;
        this.logFile = data.resolveSibling("postgres.log");
        this.port = port;
        this.password = password;
        var words = new ArrayList<>(List.of("sh", "-c", GUARD, "guard"));
        words.addAll(
                unprivileged(
                        home.resolve("bin/postgres").toString(),
                        "-D",
                        data.toString(),
                        "-p",
                        Integer.toString(port)));
        Stream.concat(SETTINGS.stream(), durability.stream())
                .flatMap(setting -> Stream.of("-c", setting))
                .forEach(words::add);
        this.command = List.copyOf(words);
        this.guard = launch();
    }

    public String jdbcUrl() {
        return jdbcUrl("postgres");
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?ApplicationName=gewu".formatted(port, database);
    }

    public String user() {
        return "postgres";
    }

    public String password() {
        return password;
    }

    /// The guard's process; its only child of interest is the server.
    ProcessHandle process() {
        return guard.toHandle();
    }

    @Override
    public void close() throws IOException {
        closing = true;
        guard.getOutputStream().close();
        try {
            if (!guard.waitFor(60, TimeUnit.SECONDS)) {
                log.warn("PostgreSQL is still writing its checkpoint; it will stop by itself");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Process launch() throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile.toFile()))
                .start();
    }

    private void awaitReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (!guard.isAlive()) {
                throw new RefusedException(
                        "database.did-not-start",
                        "The embedded PostgreSQL did not start: %s.".formatted(lastLogLine()),
                        "Read %s; free disk space if it is full.".formatted(logFile));
            }
            if (isReady()) {
                return;
            }
            Thread.sleep(10);
        }
        throw new IOException("PostgreSQL was not ready within " + PATIENCE + "; see " + logFile);
    }

    private boolean isReady() throws IOException {
        try {
            var lines = Files.readAllLines(data.resolve("postmaster.pid"));
            return lines.size() >= 8
                    && lines.get(3).strip().equals(Integer.toString(port))
                    && lines.get(7).strip().equals("ready");
        } catch (NoSuchFileException notYet) {
            return false;
        }
    }

    private String lastLogLine() throws IOException {
        return Files.exists(logFile) ? Files.readAllLines(logFile).getLast().strip() : "no log";
    }

    /// Starts the server again on the same port when it dies; the connection pool comes back alone.
    private void watch() {
        while (!closing) {
            try {
                int code = guard.waitFor();
                if (closing) {
                    return;
                }
                log.error("PostgreSQL ended unexpectedly (exit {}); starting it again", code);
                Files.deleteIfExists(data.resolve("postmaster.pid"));
                guard = launch();
                awaitReady();
                log.info("PostgreSQL is back");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException | RefusedException e) {
                log.error("PostgreSQL did not come back: {}", e.getMessage());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A server that outlived its JVM for a moment is asked to stop; a stale file is left to
    /// PostgreSQL, which recovers by itself.
    private static void stopLeftover(Path home, Path data)
            throws IOException, InterruptedException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        if (ProcessHandle.of(pid).isPresent()) {
            run(
                    unprivileged(
                            home.resolve("bin/pg_ctl").toString(),
                            "-D",
                            data.toString(),
                            "-m",
                            "fast",
                            "-w",
                            "-t",
                            "60",
                            "stop"));
        }
    }

    /// Makes the cluster beside its final place and moves it in whole, so that an initialisation
    /// cut off half-way is simply done again.
    private static void initialise(Path home, Path data, Path passwordFile)
            throws IOException, InterruptedException {
        removeHalves(data.resolveSibling("."));
        Files.writeString(passwordFile, randomPassword());
        Files.setPosixFilePermissions(passwordFile, PosixFilePermissions.fromString("rw-------"));
        Path half = Files.createTempDirectory(data.getParent(), "initialising");
        String answer =
                run(
                        unprivileged(
                                home.resolve("bin/initdb").toString(),
                                "-D",
                                half.toString(),
                                "-U",
                                "postgres",
                                "-A",
                                "scram-sha-256",
                                "--pwfile=" + passwordFile,
                                "-E",
                                "UTF8",
                                "--locale-provider=icu",
                                "--icu-locale=zh-Hans-CN",
                                "--locale=C.UTF-8"));
        if (!Files.exists(half.resolve("global/pg_control"))) {
            throw new RefusedException(
                    "database.did-not-start",
                    "The database could not be made in (%s): %s.".formatted(data, answer.strip()),
                    "Free disk space, check the rights of the folder, and start again.");
        }
        Files.deleteIfExists(data);
        Files.move(half, data);
    }

    private static void removeHalves(Path base) throws IOException {
        try (var halves = Files.newDirectoryStream(base.normalize(), "initialising*")) {
            for (Path half : halves) {
                FileSystemUtils.deleteRecursively(half);
            }
        }
    }

    private static String randomPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// PostgreSQL refuses to run as root; a user namespace of its own makes it an ordinary user
    /// inside.
    private static List<String> unprivileged(String... words)
            throws IOException, InterruptedException {
        var all = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            if (new ProcessBuilder("unshare", "-U", "true").start().waitFor() != 0) {
                throw new RefusedException(
                        "database.root",
                        "PostgreSQL does not run as root, and this machine allows root no user"
                                + " namespace.",
                        "Start Gewu as another user, or use a PostgreSQL server with --db.");
            }
            all.addAll(List.of("unshare", "-U"));
        }
        all.addAll(List.of(words));
        return all;
    }

    private static String run(List<String> words) throws IOException, InterruptedException {
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return text;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
