package city.gewu.signin.usecase;

import city.gewu.platform.RefusedException;
import city.gewu.platform.Right;
import city.gewu.signin.model.OneTimePasswords;
import city.gewu.signin.model.RandomToken;
import city.gewu.signin.store.AccountStore;
import city.gewu.signin.store.BearerStore;
import city.gewu.signin.store.BearerStore.Bearer;
import city.gewu.signin.store.BearerStore.Kind;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Field phones (移动终端). Their owner asks for a code at the desk and types it into the phone within
/// ten minutes; the phone then has a token of its own, which is ended with it.
@Component
public class Devices {

    private static final String PREFIX = "gewud_";
    private static final Duration INVITED_FOR = Duration.ofMinutes(10);
    private static final int MOST = 10;

    /// What is done in the street.
    private static final Set<Right> RIGHTS =
            EnumSet.of(
                    Right.BASICS,
                    Right.READ_CASES,
                    Right.REPORT_PROBLEMS,
                    Right.KEEP_PHOTOS,
                    Right.WORK_IN_FIELD,
                    Right.ACT_ON_CASES);

    private final BearerStore bearers;
    private final AccountStore accounts;
    private final Bearers recent;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Devices(
            BearerStore bearers,
            AccountStore accounts,
            Bearers recent,
            TransactionTemplate transaction,
            Clock clock) {
        this.bearers = bearers;
        this.accounts = accounts;
        this.recent = recent;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// @param code to be typed once, shown once
    public record Invitation(String code, Instant expiresAt) {}

    /// @param account whose phone it is
    /// @param token what the phone keeps, shown once
    public record Registered(String account, String id, String token) {}

    /// Makes a code for one phone of the account; an earlier one is none any more.
    public Invitation invite(String account) {
        requireRoom(account);
        var now = clock.instant();
        var expiresAt = now.plus(INVITED_FOR);
        String code = OneTimePasswords.next(random);
        transaction.executeWithoutResult(
                _ -> bearers.invite(RandomToken.hash(code), account, now, expiresAt));
        return new Invitation(code, expiresAt);
    }

    public Registered register(String typed, String name) {
        var now = clock.instant();
        String code = typed.strip().toLowerCase(Locale.ROOT);
        String account =
                bearers.takeInvitation(RandomToken.hash(code), now)
                        .filter(id -> accounts.findById(id).filter(a -> !a.disabled()).isPresent())
                        .orElseThrow(() ->
                                new RefusedException(
                                        "signin.bad-device-code",
                                        "The code is wrong, was used, or is older than ten"
                                                + " minutes.",
                                        "Ask for a new one at the desk."));
        requireRoom(account);
        String token = PREFIX + RandomToken.next(random);
        String id = UUID.randomUUID().toString();
        bearers.insert(
                Kind.DEVICE,
                RandomToken.hash(token),
                account,
                new Bearer(id, name, RIGHTS, now, Optional.empty(), Optional.empty()));
        return new Registered(account, id, token);
    }

    public List<Bearer> list(String account) {
        return bearers.list(Kind.DEVICE, account);
    }

    /// Ends the token of a phone that is signed out on itself. Refused with
    /// `signin.token-not-allowed` for the token of a script, which its owner removes in a browser.
    public void signOff(String account, String id) {
        if (!bearers.delete(Kind.DEVICE, account, id)) {
            throw new RefusedException(
                    "signin.token-not-allowed",
                    "The token is not good for this.",
                    "Sign in in a browser, or use a token with the right it takes.");
        }
        recent.forget();
    }

    public void remove(String account, String id) {
        if (!bearers.delete(Kind.DEVICE, account, id)) {
            throw new RefusedException(
                    "signin.unknown-device",
                    "The account has no phone (%s).".formatted(id),
                    "Load the list again.");
        }
        recent.forget();
    }

    private void requireRoom(String account) {
        if (bearers.count(Kind.DEVICE, account) >= MOST) {
            throw new RefusedException(
                    "signin.devices-spent",
                    "There are (%d) phones already.".formatted(MOST),
                    "Remove those that are not used.");
        }
    }
}
