package city.gewu.signin.usecase;

import city.gewu.people.Actor;
import city.gewu.people.People;
import city.gewu.platform.RefusedException;
import city.gewu.signin.model.PasswordRules;
import city.gewu.signin.model.SignInGate;
import city.gewu.signin.store.AccountStore;
import city.gewu.signin.store.AccountStore.Account;
import city.gewu.signin.store.SessionStore;
import city.gewu.signin.store.SessionStore.StoredSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Signing in and out. A session is a random cookie whose hash is kept in PostgreSQL, so that it
/// outlives a restart. It is looked up there at most every few seconds and written once a minute: a
/// map full of tiles costs no statement.
@Component
public class Sessions {

    private static final Duration LOOKED_UP_AGAIN_AFTER = Duration.ofSeconds(5);
    private static final Duration SEEN_AGAIN_AFTER = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final int TOKEN_BYTES = 32;
    private static final int CACHED = 20_000;

    private final AccountStore accounts;
    private final People people;
    private final SessionStore sessions;
    private final Passwords passwords;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration idle;
    private final SignInGate gate = new SignInGate();
    private final SecureRandom random = new SecureRandom();
    private final Map<String, LookedUp> recent = new ConcurrentHashMap<>();

    /// Who holds a token, as an actor with the posts of today; the account says whether the
    /// password must be changed before anything else.
    public record SignedInAccount(Account account, Actor actor, String token) {}

    private record LookedUp(StoredSession session, Actor actor, Instant at) {}

    Sessions(
            AccountStore accounts,
            People people,
            SessionStore sessions,
            Passwords passwords,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${gewu.session.idle:12h}") Duration idle) {
        this.accounts = accounts;
        this.people = people;
        this.sessions = sessions;
        this.passwords = passwords;
        this.transaction = transaction;
        this.clock = clock;
        this.idle = idle;
    }

    /// Opens a session with a token of its own, whatever cookie came along.
    public SignedInAccount signIn(String username, String password, String address) {
        var now = clock.instant();
        String name = username.toLowerCase(Locale.ROOT);
        requireNoWait(name, address, now);
        var account = accounts.findByUsername(name);
        if (!passwords.matches(password, account.map(Account::passwordHash).orElse(null))) {
            gate.failed(name, address, now);
            throw new RefusedException(
                    "signin.wrong-credentials",
                    "The username or the password is wrong.",
                    "Try again, or ask an administrator for a new one-time password.");
        }
        gate.succeeded(name, address);
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sessions.insert(hash(token), account.orElseThrow().id(), now);
        return new SignedInAccount(account.orElseThrow(), actor(account.orElseThrow()), token);
    }

    /// Who is behind a cookie, unless the session has ended.
    public Optional<SignedInAccount> find(String token) {
        var now = clock.instant();
        byte[] hash = hash(token);
        String key = HexFormat.of().formatHex(hash);
        var known = recent.get(key);
        if (known == null || known.at().plus(LOOKED_UP_AGAIN_AFTER).isBefore(now)) {
            known = lookUp(key, hash, now);
        }
        if (known == null || isOver(known.session(), now)) {
            return Optional.empty();
        }
        return Optional.of(new SignedInAccount(known.session().account(), known.actor(), token));
    }

    private @Nullable LookedUp lookUp(String key, byte[] hash, Instant now) {
        var session = sessions.find(hash);
        if (session.isEmpty() || isOver(session.get(), now)) {
            recent.remove(key);
            return null;
        }
        if (session.get().lastSeenAt().plus(SEEN_AGAIN_AFTER).isBefore(now)) {
            sessions.seen(hash, now);
        }
        if (recent.size() >= CACHED) {
            recent.clear();
        }
        var found = new LookedUp(session.get(), actor(session.get().account()), now);
        recent.put(key, found);
        return found;
    }

    private Actor actor(Account account) {
        return people.findActor(account.id()).orElseThrow();
    }

    private boolean isOver(StoredSession session, Instant now) {
        return session.lastSeenAt().plus(idle).plus(SEEN_AGAIN_AFTER).isBefore(now)
                || session.startedAt().plus(LONGEST).isBefore(now);
    }

    public void signOut(String token) {
        sessions.delete(hash(token));
        recent.clear();
    }

    /// Changes the password and ends every other session of the account.
    public void changePassword(SignedInAccount who, String current, String next, String address) {
        var now = clock.instant();
        var account = who.account();
        requireNoWait(account.username(), address, now);
        if (!passwords.matches(current, account.passwordHash())) {
            gate.failed(account.username(), address, now);
            throw new RefusedException(
                    "signin.bad-current-password",
                    "The current password is wrong.",
                    "Type the password you signed in with.");
        }
        PasswordRules.check(account.username(), current, next)
                .ifPresent(refusal -> {
                    throw new RefusedException(refusal);
                });
        String changed = passwords.hash(next);
        transaction.executeWithoutResult(_ -> {
            accounts.changePassword(account.id(), changed, now);
            sessions.deleteOthers(account.id(), hash(who.token()));
        });
        recent.clear();
    }

    @Scheduled(fixedDelay = 3_600_000)
    void forgetOldSessions() {
        sessions.deleteUnseenSince(clock.instant().minus(idle).minus(SEEN_AGAIN_AFTER));
    }

    private void requireNoWait(String username, String address, Instant now) {
        var wait = gate.waitFor(username, address, now);
        if (wait.isPositive()) {
            throw new RefusedException(
                    "signin.too-many-attempts",
                    "Too many failed attempts; the next is possible in (%d) seconds."
                            .formatted(wait.toSeconds() + 1),
                    "Wait, then try again.");
        }
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
