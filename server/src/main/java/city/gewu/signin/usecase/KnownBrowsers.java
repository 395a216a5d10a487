package city.gewu.signin.usecase;

import city.gewu.signin.model.RandomToken;
import city.gewu.signin.store.BrowserStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Browsers in which an account was signed in to before. Strangers who guess at the account slow
/// each other down, and not these.
@Component
class KnownBrowsers {

    private static final int KEPT = 20;
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(180);

    private final BrowserStore browsers;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    KnownBrowsers(BrowserStore browsers, Clock clock) {
        this.browsers = browsers;
        this.clock = clock;
    }

    /// What the browser is called at the gate, if this account knows it.
    Optional<String> find(Optional<String> token, String account) {
        return token.map(RandomToken::hash)
                .filter(hash -> browsers.knows(hash, account))
                .map(HexFormat.of()::formatHex);
    }

    /// The token by which the browser will be known; its own one if we have given it one before.
    String remember(Optional<String> token, String account, Instant now) {
        String kept =
                token.filter(given -> browsers.knowsAnybody(RandomToken.hash(given)))
                        .orElseGet(() -> RandomToken.next(random));
        browsers.save(RandomToken.hash(kept), account, now);
        browsers.deleteBeyond(account, KEPT);
        return kept;
    }

    void forgetAllOf(String account) {
        browsers.deleteAllOf(account);
    }

    @Scheduled(fixedDelay = 86_400_000)
    void forgetUnused() {
        browsers.deleteUnusedSince(clock.instant().minus(FORGOTTEN_AFTER));
    }
}
