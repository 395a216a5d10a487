package city.gewu.signin.model;

import java.io.Serial;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Slows guessing down. Failures for one username from one address make that address wait before it
/// may try that username again, up to half a minute; many failures from one address make it wait
/// for any username. Nobody else waits, and trying during the wait does not lengthen it, so that a
/// stranger cannot lock anyone out. Kept in memory, bounded.
public final class SignInGate {

    private static final int FREE_FAILURES = 4;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);
    private static final int FAILURES_PER_ADDRESS = 30;
    private static final Duration ADDRESS_WINDOW = Duration.ofMinutes(1);
    private static final int REMEMBERED = 10_000;

    private record Failures(int count, Instant first, Instant last) {}

    private final Map<String, Failures> byPair = bounded();
    private final Map<String, Failures> byAddress = bounded();

    /// How long this address must wait before it may try this username; zero when it may try now.
    public synchronized Duration waitFor(String username, String address, Instant now) {
        var pair = pairWait(byPair.get(pair(username, address)), now);
        var whole = addressWait(byAddress.get(address), now);
        return pair.compareTo(whole) > 0 ? pair : whole;
    }

    public synchronized void failed(String username, String address, Instant now) {
        byPair.merge(
                pair(username, address),
                new Failures(1, now, now),
                (known, one) -> added(known, one, known.last().plus(FORGOTTEN_AFTER)));
        byAddress.merge(
                address,
                new Failures(1, now, now),
                (known, one) -> added(known, one, known.first().plus(ADDRESS_WINDOW)));
    }

    public synchronized void succeeded(String username, String address) {
        byPair.remove(pair(username, address));
    }

    private static Failures added(Failures known, Failures one, Instant forgottenAt) {
        return one.last().isAfter(forgottenAt)
                ? one
                : new Failures(known.count() + 1, known.first(), one.last());
    }

    private static Duration pairWait(@Nullable Failures failures, Instant now) {
        if (failures == null || failures.count() <= FREE_FAILURES) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures.count() - FREE_FAILURES, 10);
        var wait = Duration.ofSeconds(1L << doublings);
        return left(
                failures.last().plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait), now);
    }

    private static Duration addressWait(@Nullable Failures failures, Instant now) {
        return failures == null || failures.count() < FAILURES_PER_ADDRESS
                ? Duration.ZERO
                : left(failures.first().plus(ADDRESS_WINDOW), now);
    }

    private static Duration left(Instant until, Instant now) {
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }

    private static String pair(String username, String address) {
        return address + ' ' + username;
    }

    private static Map<String, Failures> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Serial private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
                return size() > REMEMBERED;
            }
        };
    }
}
