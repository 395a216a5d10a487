package city.gewu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.TestServer;
import city.gewu.patrol.FieldTown;
import city.gewu.people.Post;
import city.gewu.platform.Right;
import city.gewu.signin.usecase.Tokens;
import city.gewu.signin.usecase.Tokens.NewToken;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Five hundred phones send a day's work to the real program at once, with cut connections, and the
/// program is killed for real: what the phones believe delivered is what the database holds. A
/// phone sends all it has in one request, and what it was not told of again; in the storm every
/// other one is older and sends each thing by itself.
class PhonesInAStormTest {

    private static final int PHONES = 500;
    private static final int PEOPLE = 10;
    private static final int REPORTS = 2;
    private static final int POINTS = 120;
    private final Instant now = Instant.now();
    private final Instant began = now.minus(Duration.ofHours(2));

    @TempDir Path folder;

    private final List<String> tokens = new ArrayList<>();
    private final Map<UUID, String> delivered = new ConcurrentHashMap<>();
    private final AtomicInteger cut = new AtomicInteger();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();
    private int port;

    @Test
    void whatThePhonesBelieveDeliveredIsWhatTheDatabaseHolds() throws Exception {
        settle();
        port = freePort();
        var stormy = phones(0, true);
        var calm = phones(PHONES, false);
        var warm = phones(2 * PHONES, false);
        int all = PHONES * (REPORTS + 1);
        var process = serve();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var synced = stormy.stream().map(threads::submit).toList();
            for (int share : List.of(4, 2)) {
                awaitDelivered(all / share, process);
                process.destroyForcibly().waitFor();
                process = serve();
            }
            await(synced);
            tell("through the storm", stormy);
            await(calm.stream().map(threads::submit).toList());
            tell("after the outage, to a program just started", calm);
            await(warm.stream().map(threads::submit).toList());
            tell("after another outage, to the same program", warm);
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(delivered).hasSize(3 * all);
        assertThat(cut.get()).isPositive();
        try (var server = TestServer.start("gewu.data=" + folder)) {
            checkKept(
                    FieldTown.of(server),
                    Stream.of(stormy, calm, warm).flatMap(List::stream).toList());
        }
    }

    private List<Phone> phones(int first, boolean stormy) {
        return IntStream.range(first, first + PHONES)
                .mapToObj(number -> new Phone(number, stormy))
                .toList();
    }

    private static void await(List<Future<Duration>> synced) throws Exception {
        for (var one : synced) {
            one.get(3, TimeUnit.MINUTES);
        }
    }

    /// Says how long they took; how busy the machine is decides it, so nothing hangs on it.
    private static void tell(String when, List<Phone> phones) {
        IO.println(
                "%d phones %s, all at once: a whole sync %s, one answer %s"
                        .formatted(
                                phones.size(),
                                when,
                                times(phones.stream().map(phone -> phone.whole).toList()),
                                times(
                                        phones.stream()
                                                .flatMap(phone -> phone.answers.stream())
                                                .toList())));
    }

    private static String times(List<Duration> all) {
        var sorted = all.stream().sorted().toList();
        return "p50 %d ms, p99 %d ms"
                .formatted(
                        sorted.get(sorted.size() / 2).toMillis(),
                        sorted.get(sorted.size() * 99 / 100).toMillis());
    }

    private void checkKept(FieldTown town, List<Phone> phones) {
        var kept = new HashMap<UUID, String>();
        town.db()
                .sql(
                        """
                        select origin_id, case_id::text as case_id
                        from casework.case_file where origin = 'live:field'
                        """)
                .query(row -> {
                    kept.put(UUID.fromString(row.getString("origin_id")), row.getString("case_id"));
                });
        var believed =
                phones.stream()
                        .flatMap(phone -> phone.reports.stream())
                        .collect(Collectors.toMap(id -> id, this::answer));
        assertThat(kept).isEqualTo(believed);
        assertThat(count(town, "select count(*) from patrol.report")).isEqualTo(believed.size());
        assertThat(count(town, "select count(*) from patrol.position_batch"))
                .isEqualTo(phones.size());
        assertThat(count(town, "select count(*) from patrol.position"))
                .isEqualTo((long) phones.size() * POINTS);
        assertThat(
                        count(
                                town,
                                """
                                select count(*)
                                from (select distinct duty_id, at, longitude from patrol.position)
                                """))
                .isEqualTo((long) phones.size() * POINTS);
    }

    private String answer(UUID id) {
        var known = delivered.get(id);
        return known == null ? "" : known;
    }

    private static long count(FieldTown town, String sql) {
        return town.db().sql(sql).query(Long.class).single();
    }

    /// A town with people on duty, each with fifty phones that have a token of their own.
    private void settle() throws Exception {
        try (var server = TestServer.start("gewu.data=" + folder)) {
            var town = FieldTown.of(server);
            town.settle();
            var until = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1);
            for (int i = 0; i < PEOPLE; i++) {
                var person = town.hire("person" + i, Post.SUPERVISOR, "centre", "W1");
                var wanted = new NewToken("phone", Set.of(Right.WORK_IN_FIELD), until);
                for (int phone = 0; phone < PHONES / PEOPLE; phone++) {
                    tokens.add(
                            server.bean(Tokens.class)
                                    .make(person, wanted, ZoneId.of("Asia/Shanghai"))
                                    .token());
                }
                town.posted(
                        "person" + i,
                        "/api/field/duty",
                        """
                        {"clientId":"%s","what":"on","position":{"lon":112.02,"lat":31.02},
                         "accuracyMetres":8,"at":"%s","sentAt":"%s"}
                        """
                                .formatted(UUID.randomUUID(), began, now));
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Process serve() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx600m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        Gewu.class.getName(),
                        "serve",
                        "--data",
                        folder.toString(),
                        "--port",
                        Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private void awaitDelivered(int wanted, Process process) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (process.isAlive() && System.nanoTime() < end && delivered.size() < wanted) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        assertThat(process.isAlive()).as("still serving at %d deliveries", wanted).isTrue();
    }

    /// Keeps what it has to say until the server has said that it has it for good.
    private final class Phone implements Callable<Duration> {

        private final int number;
        private final boolean cutOff;
        private final boolean together;
        private final Random random;
        private final List<UUID> reports =
                IntStream.range(0, REPORTS).mapToObj(_ -> UUID.randomUUID()).toList();
        private final UUID positions = UUID.randomUUID();
        private final Map<UUID, String> day = new LinkedHashMap<>();
        private final List<Duration> answers = new ArrayList<>();
        private Duration whole = Duration.ZERO;

        private Phone(int number, boolean stormy) {
            this.number = number;
            this.cutOff = stormy;
            this.together = !stormy || number % 2 == 0;
            this.random = new Random(number);
            reports.forEach(id -> day.put(id, report(id)));
            day.put(positions, points());
        }

        @Override
        public Duration call() throws InterruptedException {
            var whole = json(day.keySet());
            long start = System.nanoTime();
            if (together) {
                deliverAll(whole);
            } else {
                for (var one : day.entrySet()) {
                    boolean report = !one.getKey().equals(positions);
                    deliver(
                            one.getKey(),
                            report ? "/api/field/reports" : "/api/field/positions",
                            one.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
            this.whole = Duration.ofNanos(System.nanoTime() - start);
            return this.whole;
        }

        private byte[] json(Set<UUID> ids) {
            var wanted =
                    ids.stream()
                            .filter(reports::contains)
                            .map(day::get)
                            .collect(Collectors.joining(",", "\"reports\":[", "]"));
            var points = ids.contains(positions) ? day.get(positions) : "";
            return "{%s,\"positions\":[%s]}"
                    .formatted(wanted, points)
                    .getBytes(StandardCharsets.UTF_8);
        }

        private void deliverAll(byte[] json) throws InterruptedException {
            while (!delivered.keySet().containsAll(day.keySet())) {
                send("/api/field/sends", json).ifPresent(this::believe);
            }
        }

        private void believe(String answer) {
            for (var one : FieldTown.JSON.readTree(answer).get("sent")) {
                var report = one.get("report");
                if (report == null && one.get("positions") == null) {
                    throw new IllegalStateException("Not done: " + one);
                }
                delivered.put(
                        UUID.fromString(one.get("clientId").asString()),
                        report == null ? "" : report.get("caseId").asString());
            }
        }

        private void deliver(UUID id, String path, byte[] json) throws InterruptedException {
            while (!delivered.containsKey(id)) {
                send(path, json)
                        .ifPresent(answer ->
                                delivered.put(
                                        id, answer.replaceAll("(?s).*\"caseId\":(\\d+).*", "$1")));
            }
        }

        private Optional<String> send(String path, byte[] json) throws InterruptedException {
            long start = System.nanoTime();
            try {
                var answer = http.send(request(path, json), HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 200) {
                    answers.add(Duration.ofNanos(System.nanoTime() - start));
                    return Optional.of(answer.body());
                }
                if (answer.statusCode() != 503) {
                    throw new IllegalStateException("Not done: " + answer.body());
                }
            } catch (IOException away) {
                cut.incrementAndGet();
            }
            pause();
            return Optional.empty();
        }

        private void pause() throws InterruptedException {
            TimeUnit.MILLISECONDS.sleep(200 + random.nextInt(800));
        }

        /// In the storm every third try hangs up before the answer can have come.
        private HttpRequest request(String path, byte[] json) {
            var patience =
                    cutOff && random.nextInt(3) == 0
                            ? Duration.ofMillis(1 + random.nextInt(60))
                            : Duration.ofSeconds(30);
            return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + tokens.get(number % PHONES))
                    .timeout(patience)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(json))
                    .build();
        }

        private String report(UUID id) {
            return """
            {"clientId":"%s","kind":"report","category":"E0113","condition":"1",
             "description":"路灯不亮 %d","position":{"lon":112.02,"lat":31.02},"accuracyMetres":8,
             "takenAt":"%s","sentAt":"%s"}
            """
                    .formatted(id, number, began, now);
        }

        private String points() {
            return IntStream.range(0, POINTS)
                    .mapToObj(i ->
                            "{\"at\":\"%s\",\"lon\":%s,\"lat\":31.02,\"accuracy\":5}"
                                    .formatted(
                                            began.plusSeconds(15L * i).plusMillis(number),
                                            112.02 + i * 0.0001))
                    .collect(
                            Collectors.joining(
                                    ",",
                                    "{\"clientId\":\"%s\",\"points\":[".formatted(positions),
                                    "]}"));
        }
    }
}
