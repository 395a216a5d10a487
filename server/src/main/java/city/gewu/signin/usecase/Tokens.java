package city.gewu.signin.usecase;

import city.gewu.people.Actor;
import city.gewu.people.Rights;
import city.gewu.platform.RefusedException;
import city.gewu.platform.Right;
import city.gewu.signin.model.RandomToken;
import city.gewu.signin.store.BearerStore;
import city.gewu.signin.store.BearerStore.Bearer;
import city.gewu.signin.store.BearerStore.Kind;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Tokens for scripts (访问令牌): good for some of their owner's rights, until a day. What the owner
/// loses, the token loses with them.
@Component
public class Tokens {

    /// Tells a scanner of source code what it has found.
    private static final String PREFIX = "gewu_";

    private static final int MOST = 50;
    private static final int LONGEST_DAYS = 366;

    private final BearerStore bearers;
    private final Bearers recent;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Tokens(BearerStore bearers, Bearers recent, Clock clock) {
        this.bearers = bearers;
        this.recent = recent;
        this.clock = clock;
    }

    /// @param expiresOn the last day it is good
    public record NewToken(String name, Set<Right> rights, LocalDate expiresOn) {}

    /// @param token shown once
    public record Made(String id, String token) {}

    public List<Bearer> list(String account) {
        return bearers.list(Kind.TOKEN, account);
    }

    /// @param zone in which the last day ends
    public Made make(Actor who, NewToken wanted, ZoneId zone) {
        var now = clock.instant();
        var today = now.atZone(zone).toLocalDate();
        if (wanted.expiresOn().isBefore(today)
                || wanted.expiresOn().isAfter(today.plusDays(LONGEST_DAYS))) {
            throw new RefusedException(
                    "signin.bad-expiry",
                    "The last day (%s) must be within (%d) days from today."
                            .formatted(wanted.expiresOn(), LONGEST_DAYS),
                    "Choose a day within the year.");
        }
        for (Right right : wanted.rights()) {
            if (!Rights.has(who, right)) {
                throw new RefusedException(
                        "signin.bad-rights",
                        "You do not have the right (%s) yourself.".formatted(right),
                        "Leave it out.");
            }
        }
        if (bearers.count(Kind.TOKEN, who.id()) >= MOST) {
            throw new RefusedException(
                    "signin.tokens-spent",
                    "There are (%d) tokens already.".formatted(MOST),
                    "Remove those that are not used.");
        }
        String token = PREFIX + RandomToken.next(random);
        String id = UUID.randomUUID().toString();
        var expiresAt = wanted.expiresOn().plusDays(1).atStartOfDay(zone).toInstant();
        bearers.insert(
                Kind.TOKEN,
                RandomToken.hash(token),
                who.id(),
                new Bearer(
                        id,
                        wanted.name(),
                        wanted.rights(),
                        now,
                        Optional.of(expiresAt),
                        Optional.empty()));
        return new Made(id, token);
    }

    public void remove(String account, String id) {
        if (!bearers.delete(Kind.TOKEN, account, id)) {
            throw new RefusedException(
                    "signin.unknown-token",
                    "The account has no token (%s).".formatted(id),
                    "Load the list again.");
        }
        recent.forget();
    }
}
