package city.gewu.signin.usecase;

import city.gewu.platform.RefusedException;
import city.gewu.signin.store.AccountStore;
import city.gewu.signin.store.AccountStore.Account;
import city.gewu.signin.store.SessionStore.Opening;
import city.gewu.signin.usecase.Sessions.Opened;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Signing in with a username, a password and, where the account has one, a second factor.
@Component
public class SignIn {

    static final String BY_PASSWORD = "password";
    static final String BY_PROVIDER = "provider";

    private final AccountStore accounts;
    private final Sessions sessions;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final Gatekeeper gatekeeper;
    private final KnownBrowsers browsers;
    private final Clock clock;

    /// @param code of the second factor, or one from paper
    public record Credentials(String username, String password, Optional<String> code) {}

    /// @param browser the token by which this browser will be known
    public record SignedIn(Opened session, String browser) {}

    SignIn(
            AccountStore accounts,
            Sessions sessions,
            Passwords passwords,
            SecondFactors factors,
            Gatekeeper gatekeeper,
            KnownBrowsers browsers,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.factors = factors;
        this.gatekeeper = gatekeeper;
        this.browsers = browsers;
        this.clock = clock;
    }

    public SignedIn withPassword(Credentials given, Origin origin) {
        var now = clock.instant();
        String username = given.username().toLowerCase(Locale.ROOT);
        var known = accounts.findByUsername(username);
        var passage = gatekeeper.enter(username, known, origin);
        if (!passwords.matches(given.password(), known.map(Account::passwordHash).orElse(null))) {
            gatekeeper.failed(passage);
            throw wrong();
        }
        var account = known.orElseThrow();
        if (account.disabled()) {
            gatekeeper.giveBack(passage);
            throw disabled(account);
        }
        if (account.secondFactor()) {
            if (given.code().isEmpty()) {
                gatekeeper.giveBack(passage);
                throw new RefusedException(
                        "signin.second-factor-required",
                        "The account (%s) has a second factor.".formatted(username),
                        "Send the code that your app shows.");
            }
            requireCode(account, given.code().get(), now);
        }
        gatekeeper.succeeded(passage);
        return open(account, BY_PASSWORD, account.secondFactor(), origin);
    }

    /// Opens a session for somebody for whom the provider vouches.
    public SignedIn withProvider(String username, boolean factorShown, Origin origin) {
        var account =
                accounts.findByUsername(username.toLowerCase(Locale.ROOT))
                        .orElseThrow(() ->
                                new RefusedException(
                                        "signin.unknown-account",
                                        "Nobody here has the account (%s).".formatted(username),
                                        "Ask an administrator for an account."));
        if (account.disabled()) {
            throw disabled(account);
        }
        return open(account, BY_PROVIDER, factorShown, origin);
    }

    private SignedIn open(Account account, String way, boolean factorShown, Origin origin) {
        var now = clock.instant();
        var opening = new Opening(origin.address(), origin.agent(), way, factorShown);
        var opened = sessions.open(account, opening, now);
        accounts.signedIn(account.id(), now);
        return new SignedIn(opened, browsers.remember(origin.browser(), account.id(), now));
    }

    /// Takes the code for a session that came through the provider without its second factor.
    public void enterCode(SignedInAccount who, String browserSession, String code, Origin origin) {
        var account = who.account();
        var passage = gatekeeper.enter(account.username(), Optional.of(account), origin);
        requireCode(account, code, clock.instant());
        gatekeeper.succeeded(passage);
        sessions.showFactor(browserSession);
    }

    private void requireCode(Account account, String code, Instant now) {
        if (!factors.isRight(account, code, now)) {
            throw wrong();
        }
    }

    private static RefusedException wrong() {
        return new RefusedException(
                "signin.wrong-credentials",
                "The username, the password or the code is wrong.",
                "Try again, or ask an administrator for a new one-time password.");
    }

    private static RefusedException disabled(Account account) {
        return new RefusedException(
                "signin.account-disabled",
                "The account (%s) is closed.".formatted(account.username()),
                "Ask an administrator why.");
    }
}
