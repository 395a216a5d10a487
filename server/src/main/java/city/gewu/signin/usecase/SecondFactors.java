package city.gewu.signin.usecase;

import city.gewu.platform.RefusedException;
import city.gewu.signin.model.OneTimePasswords;
import city.gewu.signin.model.RandomToken;
import city.gewu.signin.model.TimeCodes;
import city.gewu.signin.store.AccountStore.Account;
import city.gewu.signin.store.FactorStore;
import city.gewu.signin.usecase.SignedInAccount.Browser;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// A second factor besides the password (双因素): codes of an app, each good once, and ten codes on
/// paper for the day the phone is lost.
@Component
public class SecondFactors {

    private static final int RECOVERY_CODES = 10;

    private final FactorStore factors;
    private final SecretBox secrets;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Gatekeeper gatekeeper;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /// @param uri what the app reads from a square of dots
    public record Begun(String secret, URI uri) {}

    SecondFactors(
            FactorStore factors,
            SecretBox secrets,
            Sessions sessions,
            Passwords passwords,
            Gatekeeper gatekeeper,
            TransactionTemplate transaction,
            Clock clock) {
        this.factors = factors;
        this.secrets = secrets;
        this.sessions = sessions;
        this.passwords = passwords;
        this.gatekeeper = gatekeeper;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Makes a secret, which counts once a code of it was shown.
    public Begun begin(Account account) {
        String secret = TimeCodes.newSecret();
        byte[] sealed = secrets.seal(account.id(), secret.getBytes(StandardCharsets.US_ASCII));
        if (!factors.begin(account.id(), sealed, clock.instant())) {
            throw new RefusedException(
                    "signin.second-factor-there",
                    "The account (%s) has a second factor.".formatted(account.username()),
                    "Remove it first, or ask the security administrator to.");
        }
        return new Begun(secret, TimeCodes.uri(secret, account.username()));
    }

    /// The first code; answers the codes to be kept on paper, shown once. Every other session of
    /// the account ends.
    public List<String> confirm(SignedInAccount who, Browser session, String code) {
        var account = who.account();
        var now = clock.instant();
        var step =
                secret(account, false)
                        .map(secret -> TimeCodes.findStep(secret, code, now))
                        .orElseThrow(() ->
                                new RefusedException(
                                        "signin.no-second-factor-begun",
                                        "No second factor of (%s) waits for its first code."
                                                .formatted(account.username()),
                                        "Begin again."));
        if (step.isEmpty()) {
            throw new RefusedException(
                    "signin.bad-code",
                    "The code is none that counts now.",
                    "Check the clock of your phone and type the code it shows.");
        }
        var codes =
                Stream.generate(() -> OneTimePasswords.next(random)).limit(RECOVERY_CODES).toList();
        transaction.executeWithoutResult(_ -> {
            factors.confirm(account.id(), step.getAsLong(), now);
            factors.replaceRecoveryCodes(
                    account.id(), codes.stream().map(SecondFactors::hash).toList());
            sessions.showFactor(session.session());
            sessions.endOthers(account.id(), session.session());
        });
        sessions.forget();
        return codes;
    }

    /// Whether the code is right, and uses it up. A code that was used is refused with
    /// `signin.code-already-used`.
    boolean isRight(Account account, String given, Instant now) {
        String code = given.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        var step = secret(account, true).map(secret -> TimeCodes.findStep(secret, code, now));
        if (step.isEmpty() || step.get().isEmpty()) {
            return factors.useRecoveryCode(account.id(), hash(code));
        }
        if (!factors.useStep(account.id(), step.get().getAsLong())) {
            throw new RefusedException(
                    "signin.code-already-used",
                    "The code was used before.",
                    "Wait until your app shows the next one.");
        }
        return true;
    }

    /// Removes the own second factor; asks for the password and a code, as signing in does.
    public void remove(SignedInAccount who, String password, String code, Origin origin) {
        var account = who.account();
        var passage = gatekeeper.enter(account.username(), Optional.of(account), origin);
        if (!passwords.matches(password, account.passwordHash())
                || !isRight(account, code, clock.instant())) {
            throw new RefusedException(
                    "signin.bad-current-password",
                    "The password or the code is wrong.",
                    "Type the password you signed in with, and a code that was not used.");
        }
        gatekeeper.succeeded(passage);
        reset(account.id());
    }

    /// Forgets the second factor of an account.
    void reset(String account) {
        transaction.executeWithoutResult(_ -> factors.delete(account));
        sessions.forget();
    }

    private Optional<String> secret(Account account, boolean confirmed) {
        return factors.findSecret(account.id(), confirmed)
                .map(sealed ->
                        new String(secrets.open(account.id(), sealed), StandardCharsets.US_ASCII));
    }

    private static byte[] hash(String recoveryCode) {
        return RandomToken.hash(recoveryCode);
    }
}
