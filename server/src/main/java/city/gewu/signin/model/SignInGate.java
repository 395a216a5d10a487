package city.gewu.signin.model;

import java.io.Serial;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Slows guessing down. Failures for one username from one address make that address wait before it
/// may try that username again, up to half a minute; many failures from one address make it wait
/// for any username; and strangers together have a [Budget] of failures for each username, however
/// many addresses they own. A browser in which the account was signed in to before answers for its
/// own failures only, so that strangers cannot lock anyone out (OWASP, device cookies). Trying
/// during the wait does not lengthen it.
///
/// An attempt counts as a failure from its beginning, so that a thousand at once are not one. Kept
/// in memory, bounded.
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
    private final Budget byName;

    /// @param seed nobody outside knows it, so that nobody can spend the budget of a name through
    ///   another one
    public SignInGate(long seed) {
        byName = new Budget(seed);
    }

    /// Somebody at the gate.
    ///
    /// @param browser what a browser is called in which this account was signed in to before
    public record Attempt(String username, String address, Optional<String> browser) {

        private String pair() {
            return browser.orElse(address) + ' ' + username;
        }
    }

    /// How long to wait; zero when the attempt may be made, which then counts as failed until
    /// [#succeeded] or [#giveBack] says otherwise.
    public synchronized Duration enter(Attempt attempt, Instant now) {
        var wait = ownWait(attempt, now);
        if (attempt.browser().isEmpty()) {
            wait = longer(wait, byName.waitFor(attempt.username(), now));
        }
        if (wait.isZero()) {
            count(attempt, now);
        }
        return wait;
    }

    /// The same for an account whose password no one can guess, since the system made it: what
    /// strangers did does not count.
    public synchronized Duration enterUnguessable(Attempt attempt, Instant now) {
        var wait = ownWait(attempt, now);
        if (wait.isZero()) {
            count(attempt, now);
        }
        return wait;
    }

    public synchronized void succeeded(Attempt attempt) {
        giveBack(attempt);
        byPair.remove(attempt.pair());
    }

    /// The attempt was no guess.
    public synchronized void giveBack(Attempt attempt) {
        byPair.computeIfPresent(attempt.pair(), (_, known) -> less(known));
        if (attempt.browser().isEmpty()) {
            byAddress.computeIfPresent(attempt.address(), (_, known) -> less(known));
            byName.giveBack(attempt.username());
        }
    }

    private Duration ownWait(Attempt attempt, Instant now) {
        var pair = pairWait(byPair.get(attempt.pair()), now);
        return attempt.browser().isPresent()
                ? pair
                : longer(pair, addressWait(byAddress.get(attempt.address()), now));
    }

    private void count(Attempt attempt, Instant now) {
        var one = new Failures(1, now, now);
        byPair.merge(
                attempt.pair(),
                one,
                (known, _) -> added(known, one, known.last().plus(FORGOTTEN_AFTER)));
        if (attempt.browser().isEmpty()) {
            byAddress.merge(
                    attempt.address(),
                    one,
                    (known, _) -> added(known, one, known.first().plus(ADDRESS_WINDOW)));
            byName.spend(attempt.username(), now);
        }
    }

    private static Failures added(Failures known, Failures one, Instant forgottenAt) {
        return one.last().isAfter(forgottenAt)
                ? one
                : new Failures(known.count() + 1, known.first(), one.last());
    }

    private static Failures less(Failures known) {
        return new Failures(Math.max(0, known.count() - 1), known.first(), known.last());
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

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
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
