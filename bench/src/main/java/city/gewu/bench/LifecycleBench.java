package city.gewu.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/// Cases a second from report to closure, all contenders on one server in one run, in turns, the
/// middle of the rounds taken.
final class LifecycleBench {

    private static final List<Integer> THREADS = List.of(1, 32, 64);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 6);
    private static final int CORRECTNESS_CASES = 64;

    /// One for each thread and some more: a workflow engine that waits for a second connection while
    /// it holds one would lock itself up.
    private static final int CONNECTIONS = 72;

    /// @param cases a second
    /// @param cpu milliseconds of processor a case, client and server together: what a saturated
    ///   machine has to pay, whoever else is using it
    private record Speed(double cases, double cpu) {}

    private LifecycleBench() {}

    static void run(PrintStream out) throws Exception {
        try (var server = new BenchServer();
                var raw = new RawLifecycle(server, CONNECTIONS);
                var flowable = new FlowableLifecycle(server, CONNECTIONS);
                var ledger = new LedgerLifecycle(server)) {
            var contenders = List.<Lifecycle>of(raw, ledger, flowable);
            out.printf("PostgreSQL %s, fsync on.%n%n", server.version());
            for (var contender : contenders) {
                assertCorrect(contender);
                rate(contender, 32, SECONDS);
            }
            Map<String, Speed> rates = measure(contenders, out);
            for (var contender : contenders) {
                contender.verify();
            }
            print(out, contenders, rates);
            ledger.runStories(out);
        }
    }

    /// Equal results first: every case that went in came out closed.
    private static void assertCorrect(Lifecycle contender) throws Exception {
        long before = contender.countClosed();
        var left = new AtomicLong(CORRECTNESS_CASES);
        inThreads(
                8,
                () -> {
                    long carried = 0;
                    while (left.getAndDecrement() > 0) {
                        contender.carryOneCase();
                        carried++;
                    }
                    return carried;
                });
        long closed = contender.countClosed() - before;
        if (closed != CORRECTNESS_CASES) {
            throw new IllegalStateException(
                    "%s closed %d of %d cases"
                            .formatted(contender.name(), closed, CORRECTNESS_CASES));
        }
        contender.verify();
    }

    private static Map<String, Speed> measure(List<Lifecycle> contenders, PrintStream out)
            throws Exception {
        Map<String, List<Speed>> all = new LinkedHashMap<>();
        for (int round = 1; round <= ROUNDS; round++) {
            for (int threads : THREADS) {
                for (var contender : contenders) {
                    var speed = rate(contender, threads, SECONDS);
                    all.computeIfAbsent(key(contender, threads), _ -> new ArrayList<>()).add(speed);
                    out.printf(
                            "round %d: %s, %d at once: %.1f cases/s, %.2f ms of processor a case%n",
                            round, contender.name(), threads, speed.cases(), speed.cpu());
                }
            }
        }
        Map<String, Speed> middle = new LinkedHashMap<>();
        all.forEach(
                (key, speeds) ->
                        middle.put(
                                key,
                                new Speed(
                                        median(speeds.stream().map(Speed::cases).toList()),
                                        median(speeds.stream().map(Speed::cpu).toList()))));
        return middle;
    }

    private static Speed rate(Lifecycle contender, int threads, int seconds) throws Exception {
        long before = contender.countClosed();
        double processor = processorSeconds();
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        long carried =
                inThreads(
                        threads,
                        () -> {
                            long mine = 0;
                            while (System.nanoTime() < end) {
                                contender.carryOneCase();
                                mine++;
                            }
                            return mine;
                        });
        double elapsed = (System.nanoTime() - start) / 1e9;
        double used = processorSeconds() - processor;
        if (contender.countClosed() - before != carried) {
            throw new IllegalStateException(contender.name() + " lost cases");
        }
        contender.rest();
        return new Speed(carried / elapsed, 1000 * used / carried);
    }

    /// Of this program and of the server below it.
    private static double processorSeconds() {
        return Stream.concat(Stream.of(ProcessHandle.current()), ProcessHandle.current().descendants())
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToDouble(spent -> spent.toNanos() / 1e9)
                .sum();
    }

    private static long inThreads(int threads, Callable<Long> work) throws Exception {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var running = new ArrayList<Future<Long>>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(work));
            }
            long sum = 0;
            for (var each : running) {
                sum += each.get();
            }
            return sum;
        }
    }

    private static void print(
            PrintStream out, List<Lifecycle> contenders, Map<String, Speed> speeds) {
        out.printf(
                "%n| at once | contender | cases/s | × Flowable | × bare JDBC | processor, ms a case |%n");
        out.println("|---|---|---|---|---|---|");
        for (int threads : THREADS) {
            double limit = speed(speeds, contenders.getFirst(), threads).cases();
            double peer = speed(speeds, contenders.getLast(), threads).cases();
            for (var contender : contenders) {
                var speed = speed(speeds, contender, threads);
                out.printf(
                        "| %d | %s | %.1f | %.2f | %.2f | %.2f |%n",
                        threads,
                        contender.name(),
                        speed.cases(),
                        speed.cases() / peer,
                        speed.cases() / limit,
                        speed.cpu());
            }
        }
    }

    private static Speed speed(Map<String, Speed> speeds, Lifecycle contender, int threads) {
        return speeds.getOrDefault(
                key(contender, threads), new Speed(Double.NaN, Double.NaN));
    }

    private static String key(Lifecycle contender, int threads) {
        return contender.name() + "@" + threads;
    }

    static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
