package city.gewu.signin.usecase;

import city.gewu.platform.RefusedException;
import city.gewu.signin.model.SignInGate;
import city.gewu.signin.model.SignInGate.Attempt;
import city.gewu.signin.store.AccountStore.Account;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Asks the gate before a password or a code is looked at. Whoever passes must say how it went.
@Component
class Gatekeeper {

    private final SignInGate gate = new SignInGate(new SecureRandom().nextLong());
    private final KnownBrowsers browsers;
    private final Clock clock;

    Gatekeeper(KnownBrowsers browsers, Clock clock) {
        this.browsers = browsers;
        this.clock = clock;
    }

    /// An attempt that may be made.
    ///
    /// @param held how long strangers would have to wait, for an account whose one-time password
    ///   nobody can guess; zero for any other
    record Passage(Attempt attempt, Duration held) {}

    /// Refused with `signin.too-many-attempts` when it is too soon.
    Passage enter(String username, Optional<Account> account, Origin origin) {
        var now = clock.instant();
        var attempt =
                new Attempt(
                        username,
                        origin.address(),
                        account.flatMap(known -> browsers.find(origin.browser(), known.id())));
        var wait = gate.enter(attempt, now);
        if (wait.isZero()) {
            return new Passage(attempt, Duration.ZERO);
        }
        boolean unguessable = account.filter(Account::oneTime).isPresent();
        if (!unguessable || gate.enterUnguessable(attempt, now).isPositive()) {
            throw tooSoon(wait);
        }
        return new Passage(attempt, wait);
    }

    /// Refuses a passage whose password was wrong as if it had never been allowed.
    void failed(Passage passage) {
        if (passage.held().isPositive()) {
            throw tooSoon(passage.held());
        }
    }

    void succeeded(Passage passage) {
        gate.succeeded(passage.attempt());
    }

    void giveBack(Passage passage) {
        gate.giveBack(passage.attempt());
    }

    private static RefusedException tooSoon(Duration wait) {
        return new RefusedException(
                "signin.too-many-attempts",
                "Too many failed attempts; the next is possible in (%d) seconds."
                        .formatted(wait.toSeconds() + 1),
                "Wait, or use a browser in which you signed in before.");
    }
}
