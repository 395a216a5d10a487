package city.gewu.bench;

import city.gewu.engine.track.TrackPoint;
import city.gewu.patrol.model.Fix;
import city.gewu.patrol.usecase.DutyDesk;
import city.gewu.patrol.usecase.Positions;
import city.gewu.patrol.usecase.Positions.Noted;
import city.gewu.patrol.usecase.Positions.Sent;
import city.gewu.people.Actor;
import city.gewu.people.Post;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Positions a second from many phones at once, through the rules, each batch once and durable when
/// it is answered; beside it `COPY` of the very same rows into the very same table, in one commit.
final class PositionBench {

    private static final int PHONES = 200;
    private static final int BATCHES = Integer.getInteger("bench.batches", 8);
    private static final int POINTS = 240;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final String COLUMNS =
            "day, duty_id, at, phone_at, longitude, latitude, accuracy_m, speed, mocked, marks";

    private final Positions positions;
    private final JdbcClient db;
    private final JdbcTemplate raw;
    private final List<Actor> phones;
    private final Instant began;

    private PositionBench(ConfigurableApplicationContext context, Instant began) {
        this.positions = context.getBean(Positions.class);
        this.db = context.getBean(JdbcClient.class);
        this.raw = context.getBean(JdbcTemplate.class);
        this.began = began;
        var duty = context.getBean(DutyDesk.class);
        phones =
                IntStream.range(0, PHONES)
                        .mapToObj(i -> new Actor("p" + i, "p" + i, Set.of(Post.SUPERVISOR), ""))
                        .toList();
        var sentAt = Instant.now();
        for (var phone : phones) {
            var fix = new Fix(112.01, 31.01, 5);
            duty.sign(new DutyDesk.Wish(UUID.randomUUID(), true, fix, began, sentAt), phone);
        }
    }

    static void run(PrintStream out) throws Exception {
        try (var server = new BenchServer();
                var context = BenchCity.open(server, "positions")) {
            var began = Instant.now().minus(9, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
            new PositionBench(context, began).compare(out);
        }
    }

    private void compare(PrintStream out) throws Exception {
        int rows = PHONES * BATCHES * POINTS;
        var ours = new ArrayList<Double>();
        var limits = new ArrayList<Double>();
        for (int round = 0; round <= ROUNDS; round++) {
            clear();
            double mine = rows / send();
            check(rows);
            byte[] text = written();
            db.sql("truncate patrol.position").update();
            double limit = rows / copy(text);
            check(rows);
            // The first round warms up.
            if (round > 0) {
                ours.add(mine);
                limits.add(limit);
            }
        }
        double mine = LifecycleBench.median(ours);
        double limit = LifecycleBench.median(limits);
        out.printf(
                "%,d rows: %d phones at once, %d batches each of %d points; %d rounds, medians.%n%n",
                rows, PHONES, BATCHES, POINTS, ROUNDS);
        out.println("| | rows/s | × COPY |");
        out.println("|---|---|---|");
        out.printf("| through the rules, group writer | %,.0f | %.2f |%n", mine, mine / limit);
        out.printf("| COPY of the same rows, one commit | %,.0f | 1.00 |%n", limit);
    }

    private void clear() {
        db.sql("truncate patrol.position, patrol.position_batch").update();
    }

    private void check(int rows) {
        long kept = db.sql("select count(*) from patrol.position").query(Long.class).single();
        if (kept != rows) {
            throw new IllegalStateException("Of %d rows %d were kept".formatted(rows, kept));
        }
    }

    /// Seconds until every batch of every phone was answered.
    private double send() throws Exception {
        var work =
                phones.stream()
                        .<Callable<Integer>>map(phone -> {
                            var batches = batches(phone);
                            return () -> {
                                for (var batch : batches) {
                                    positions.keep(new Sent(UUID.randomUUID(), batch), phone);
                                }
                                return batches.size();
                            };
                        })
                        .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private List<List<Noted>> batches(Actor phone) {
        int number = Integer.parseInt(phone.id().substring(1));
        return IntStream.range(0, BATCHES)
                .mapToObj(batch ->
                        IntStream.range(0, POINTS)
                                .mapToObj(i -> point(number, batch * POINTS + i))
                                .toList())
                .toList();
    }

    private Noted point(int phone, int number) {
        return new Noted(
                new TrackPoint(
                        began.plusSeconds(15L * number),
                        112.005 + phone * 1e-5 + number * 1e-5,
                        31.01 + phone * 1e-5,
                        5 + number % 7,
                        false),
                OptionalDouble.of(1.2));
    }

    private byte[] written() {
        ConnectionCallback<byte[]> action =
                connection -> {
                    var copy = copyManager(connection.unwrap(PGConnection.class));
                    var text = new ByteArrayOutputStream();
                    try {
                        copy.copyOut(
                                "copy (select %s from patrol.position) to stdout"
                                        .formatted(COLUMNS),
                                text);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    return text.toByteArray();
                };
        var text = raw.execute(action);
        return text == null ? new byte[0] : text;
    }

    private double copy(byte[] text) {
        long start = System.nanoTime();
        ConnectionCallback<Long> action =
                connection -> {
                    try {
                        return copyManager(connection.unwrap(PGConnection.class))
                                .copyIn(
                                        "copy patrol.position (%s) from stdin".formatted(COLUMNS),
                                        new ByteArrayInputStream(text),
                                        1 << 16);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                };
        raw.execute(action);
        return (System.nanoTime() - start) / 1e9;
    }

    private static CopyManager copyManager(PGConnection connection) throws SQLException {
        return connection.getCopyAPI();
    }
}
