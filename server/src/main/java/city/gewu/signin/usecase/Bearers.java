package city.gewu.signin.usecase;

import city.gewu.people.Actor;
import city.gewu.people.People;
import city.gewu.signin.model.RandomToken;
import city.gewu.signin.store.BearerStore;
import city.gewu.signin.store.BearerStore.AccountBearer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Who is behind a token in the header `Authorization: Bearer`. Looked up in the database every few
/// seconds only, as sessions are.
@Component
public class Bearers {

    private static final Duration LOOKED_UP_AGAIN_AFTER = Duration.ofSeconds(5);
    private static final Duration USED_AGAIN_AFTER = Duration.ofMinutes(1);
    private static final int CACHED = 20_000;

    private final BearerStore bearers;
    private final People people;
    private final Clock clock;
    private final Map<String, LookedUp> recent = new ConcurrentHashMap<>();

    private record LookedUp(AccountBearer found, Actor actor, Instant at) {}

    Bearers(BearerStore bearers, People people, Clock clock) {
        this.bearers = bearers;
        this.people = people;
        this.clock = clock;
    }

    /// Who is behind the token; empty when there is none, it has expired, or the account is closed.
    public Optional<SignedInAccount> find(String token) {
        var now = clock.instant();
        byte[] hash = RandomToken.hash(token);
        String key = HexFormat.of().formatHex(hash);
        var known = recent.get(key);
        if (known == null || known.at().plus(LOOKED_UP_AGAIN_AFTER).isBefore(now)) {
            var found = bearers.find(hash);
            if (found.isEmpty()) {
                recent.remove(key);
                return Optional.empty();
            }
            known = remember(key, hash, found.get(), now);
        }
        var bearer = known.found().bearer();
        var account = known.found().account();
        boolean over = bearer.expiresAt().map(at -> !at.isAfter(now)).orElse(false);
        return over || account.disabled()
                ? Optional.empty()
                : Optional.of(
                        new SignedInAccount(
                                account,
                                known.actor(),
                                new SignedInAccount.Bearer(bearer.id(), bearer.rights())));
    }

    private LookedUp remember(String key, byte[] hash, AccountBearer found, Instant now) {
        boolean usedLately =
                found.bearer()
                        .lastUsedAt()
                        .map(at -> at.plus(USED_AGAIN_AFTER).isAfter(now))
                        .orElse(false);
        if (!usedLately) {
            bearers.used(hash, now);
        }
        if (recent.size() >= CACHED) {
            recent.clear();
        }
        var actor = people.findActor(found.account().id()).orElseThrow();
        var known = new LookedUp(found, actor, now);
        recent.put(key, known);
        return known;
    }

    /// What was looked up may have changed.
    void forget() {
        recent.clear();
    }
}
