package city.gewu.casework.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import city.gewu.TestServer;
import city.gewu.TestServer.Browser;
import city.gewu.TestTown;
import city.gewu.casework.Casework;
import city.gewu.casework.CityFixture;
import city.gewu.database.TestDatabase;
import city.gewu.people.Actor;
import city.gewu.people.Post;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// Readers of the live list come and go all day; the log says nothing of it.
class FeedReadersLeaveTest {

    private static final int ROUNDS = 2;
    private static final int READERS = 6;
    private static final int HASTY = 25;

    private TestServer server;
    private Browser lead;

    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final List<Throwable> uncaught = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void start() throws Exception {
        server = TestServer.start(TestDatabase.freshProperties());
        TestTown.found(server);
        TestTown.classify(server);
        lead = server.signedIn("lead", Post.SHIFT_LEAD);
        log.start();
        root.addAppender(log);
        Thread.setDefaultUncaughtExceptionHandler((_, thrown) -> uncaught.add(thrown));
    }

    @AfterEach
    void stop() {
        server.close();
        root.detachAppender(log);
        Thread.setDefaultUncaughtExceptionHandler(null);
    }

    @Test
    void whoLeavesWhileCasesMoveLeavesTheLogClean() throws Exception {
        whileCasesMove(() -> {
            for (int round = 0; round < ROUNDS; round++) {
                var readers = readers();
                Thread.sleep(Duration.ofMillis(250 + 60L * round));
                for (Socket reader : readers) {
                    leave(reader);
                }
                Thread.sleep(Duration.ofMillis(700));
            }
        });
        assertLogIsClean();
    }

    @Test
    void whoLeavesBeforeTheAnswerBeginsLeavesTheLogClean() throws Exception {
        var random = new Random(1);
        whileCasesMove(() -> {
            for (int i = 0; i < HASTY; i++) {
                Socket reader = asked();
                Thread.sleep(Duration.ofMillis(random.nextInt(12)));
                leave(reader);
            }
            Thread.sleep(Duration.ofSeconds(1));
        });
        assertLogIsClean();
    }

    /// One person has a dozen lists open at most; whoever asks for more is told to stop asking.
    @Test
    void aServerThatStopsUnderAllTheReadersItTakesLeavesTheLogClean() throws Exception {
        var readers = new ArrayList<Socket>();
        whileCasesMove(() -> {
            readers.addAll(readers());
            readers.addAll(readers());
            try (Socket refused = asked()) {
                assertThat(status(refused)).isEqualTo("HTTP/1.1 204");
            }
        });
        for (Socket reader : readers.subList(0, READERS)) {
            leave(reader);
        }
        server.close();
        for (Socket reader : readers) {
            reader.close();
        }
        assertLogIsClean();
    }

    private interface Street {
        void live() throws IOException, InterruptedException;
    }

    private void whileCasesMove(Street street) throws Exception {
        var over = new AtomicBoolean();
        var reports =
                Thread.ofVirtual()
                        .start(() -> {
                            while (!over.get()) {
                                server.bean(Casework.class)
                                        .report(CityFixture.problem(), Actor.system("test"));
                                LockSupport.parkNanos(2_000_000);
                            }
                        });
        try {
            street.live();
        } finally {
            over.set(true);
            reports.join();
        }
    }

    private void assertLogIsClean() {
        assertThat(uncaught).isEmpty();
        assertThat(log.list)
                .filteredOn(one -> one.getLevel().isGreaterOrEqual(Level.WARN))
                .extracting(ILoggingEvent::getFormattedMessage)
                .isEmpty();
    }

    private List<Socket> readers() throws IOException {
        var readers = new ArrayList<Socket>();
        for (int i = 0; i < READERS; i++) {
            readers.add(reader());
        }
        return readers;
    }

    /// Half of them take their leave in form, half are torn off.
    private static void leave(Socket reader) throws IOException {
        if (reader.getLocalPort() % 2 == 0) {
            reader.setSoLinger(true, 0);
        }
        reader.close();
    }

    private Socket reader() throws IOException {
        var socket = asked();
        assertThat(status(socket)).isEqualTo("HTTP/1.1 200");
        return socket;
    }

    private static String status(Socket asked) throws IOException {
        return new String(asked.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }

    private Socket asked() throws IOException {
        URI at = lead.request("/api/cases/live").build().uri();
        var socket = new Socket(at.getHost(), at.getPort());
        socket.getOutputStream()
                .write(
                        "GET %s HTTP/1.1\r\nHost: %s\r\nCookie: %s\r\nAccept: text/event-stream\r\n\r\n"
                                .formatted(at.getPath(), at.getHost(), lead.cookieHeader())
                                .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }
}
