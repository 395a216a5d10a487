package city.gewu.signin.usecase;

import city.gewu.people.Actor;
import city.gewu.people.People;
import city.gewu.platform.RefusedException;
import city.gewu.signin.model.RandomToken;
import city.gewu.signin.model.SessionRules;
import city.gewu.signin.store.AccountStore.Account;
import city.gewu.signin.store.SessionStore;
import city.gewu.signin.store.SessionStore.AccountSession;
import city.gewu.signin.store.SessionStore.Opening;
import city.gewu.signin.store.SessionStore.StoredSession;
import city.gewu.signin.usecase.SignedInAccount.Browser;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Who is signed in. A session is a random cookie whose hash is kept in PostgreSQL, so that it
/// outlives a restart. It is looked up there at most every few seconds and written once a minute: a
/// map full of tiles costs no statement.
@Component
public class Sessions {

    private static final Duration LOOKED_UP_AGAIN_AFTER = Duration.ofSeconds(5);
    private static final Duration SEEN_AGAIN_AFTER = Duration.ofMinutes(1);
    private static final int CACHED = 20_000;

    private final People people;
    private final SessionStore sessions;
    private final Clock clock;
    private final SessionRules rules;
    private final Duration idle;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, LookedUp> recent = new ConcurrentHashMap<>();

    /// What a cookie turned out to be.
    public sealed interface Found {}

    public record Open(SignedInAccount who) implements Found {}

    /// The session was left alone too long, or somebody ended it.
    public record Over() implements Found {}

    /// Nobody was ever given this cookie.
    public record Unknown() implements Found {}

    /// @param token what the browser keeps; it is not kept here
    public record Opened(SignedInAccount who, String token) {}

    private record LookedUp(AccountSession found, Actor actor, Instant at) {}

    Sessions(
            People people,
            SessionStore sessions,
            Clock clock,
            @Value("${gewu.session.idle:12h}") Duration idle,
            @Value("${gewu.session.administrator-idle:30m}") Duration administratorIdle) {
        this.people = people;
        this.sessions = sessions;
        this.clock = clock;
        this.idle = idle.plus(SEEN_AGAIN_AFTER);
        this.rules = new SessionRules(this.idle, administratorIdle.plus(SEEN_AGAIN_AFTER));
    }

    /// Opens a session with a token of its own, whatever cookie came along.
    Opened open(Account account, Opening opening, Instant now) {
        String token = RandomToken.next(random);
        String id = UUID.randomUUID().toString();
        sessions.insert(RandomToken.hash(token), id, account.id(), opening, now);
        return new Opened(
                new SignedInAccount(
                        account, people.findActor(account.id()).orElseThrow(), key(id, opening)),
                token);
    }

    /// Who is behind a cookie.
    public Found find(String token, String address) {
        var now = clock.instant();
        byte[] hash = RandomToken.hash(token);
        String key = HexFormat.of().formatHex(hash);
        var known = recent.get(key);
        if (known == null || known.at().plus(LOOKED_UP_AGAIN_AFTER).isBefore(now)) {
            var found = sessions.find(hash);
            if (found.isEmpty()) {
                return new Unknown();
            }
            known = remember(key, found.get(), now);
        }
        if (isOver(known, now)) {
            recent.remove(key);
            return new Over();
        }
        var session = known.found().session();
        if (session.lastSeenAt().plus(SEEN_AGAIN_AFTER).isBefore(now) && known.at().equals(now)) {
            sessions.seen(hash, address, now);
        }
        return new Open(
                new SignedInAccount(
                        known.found().account(),
                        known.actor(),
                        key(session.id(), session.opening())));
    }

    private LookedUp remember(String key, AccountSession found, Instant now) {
        if (recent.size() >= CACHED) {
            recent.clear();
        }
        var actor = people.findActor(found.account().id()).orElseThrow();
        var known = new LookedUp(found, actor, now);
        recent.put(key, known);
        return known;
    }

    private boolean isOver(LookedUp known, Instant now) {
        var session = known.found().session();
        return session.endedAt().isPresent()
                || known.found().account().disabled()
                || rules.isOver(known.actor(), session.startedAt(), session.lastSeenAt(), now);
    }

    private static Browser key(String id, Opening opening) {
        return new Browser(id, opening.way().equals(SignIn.BY_PROVIDER), opening.factorShown());
    }

    /// Sessions of an account that are open, the one used last first.
    public List<StoredSession> list(String account) {
        return sessions.listOpen(account, seenAfter());
    }

    /// When a session must have been used to be open still.
    Instant seenAfter() {
        return clock.instant().minus(idle);
    }

    /// Ends one session of the account.
    public void end(String account, String id) {
        if (!sessions.end(account, id, clock.instant())) {
            throw new RefusedException(
                    "signin.unknown-session",
                    "The account has no open session (%s).".formatted(id),
                    "Load the list again.");
        }
        forget();
    }

    /// Ends the session behind a cookie, if there is one.
    public void endBehind(String token, String address) {
        if (find(token, address) instanceof Open(SignedInAccount who)
                && who.key() instanceof Browser browser) {
            end(who.account().id(), browser.session());
        }
    }

    /// Ends all sessions of the account but one; empty text keeps none.
    public void endOthers(String account, String kept) {
        sessions.endOthers(account, kept, clock.instant());
        forget();
    }

    void showFactor(String id) {
        sessions.showFactor(id);
        forget();
    }

    /// What was looked up may have changed.
    void forget() {
        recent.clear();
    }

    @Scheduled(fixedDelay = 3_600_000)
    void forgetOldSessions() {
        sessions.deleteUnseenSince(clock.instant().minus(SessionRules.LONGEST).minus(idle));
    }
}
