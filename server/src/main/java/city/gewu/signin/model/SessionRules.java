package city.gewu.signin.model;

import city.gewu.people.Actor;
import city.gewu.people.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/// How long a session lasts: seven days at most, and less when nobody uses it; an administrator's
/// desk that was left alone closes soon.
///
/// @param idle how long a session may rest
/// @param administratorIdle how long that of an administrator may
public record SessionRules(Duration idle, Duration administratorIdle) {

    public static final Duration LONGEST = Duration.ofDays(7);

    /// Three administrators (三员), who need a second factor.
    private static final Set<Post> ADMINISTRATORS =
            EnumSet.of(
                    Post.SYSTEM_ADMINISTRATOR,
                    Post.SECURITY_ADMINISTRATOR,
                    Post.AUDIT_ADMINISTRATOR);

    public static boolean isAdministrator(Actor actor) {
        return actor.holds(mandate -> ADMINISTRATORS.contains(mandate.post()));
    }

    public boolean isOver(Actor actor, Instant startedAt, Instant lastSeenAt, Instant now) {
        return lastSeenAt.plus(idleOf(actor)).isBefore(now)
                || startedAt.plus(LONGEST).isBefore(now);
    }

    private Duration idleOf(Actor actor) {
        return isAdministrator(actor) && administratorIdle.compareTo(idle) < 0
                ? administratorIdle
                : idle;
    }
}
