package city.gewu.casework.usecase;

import city.gewu.casework.store.IdempotencyStore;
import city.gewu.casework.store.IdempotencyStore.Claim;
import city.gewu.people.Actor;
import city.gewu.platform.RefusedException;
import city.gewu.platform.Sha256;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Carries a request out once, however often it is sent under the same key (幂等): a field device
/// without a network cannot know whether its first try arrived.
@Component
public class AnswerOnce {

    private static final Duration REMEMBERED = Duration.ofDays(7);

    /// A request without an answer for so long was cut off: it broke, or its server ended.
    private static final Duration CUT_OFF = Duration.ofMinutes(1);

    private final IdempotencyStore requests;
    private final Clock clock;

    AnswerOnce(IdempotencyStore requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    /// A request as it came.
    ///
    /// @param body the same text for the same wish
    public record Request(UUID key, Actor actor, String body) {}

    /// The answer, from `work` the first time and from memory afterwards.
    ///
    /// @param leftBehind finds the answer of a try that was cut off after its work was done, given
    ///   the moment it began
    public String answer(
            Request request,
            Supplier<String> work,
            Function<Instant, Optional<String>> leftBehind) {
        String digest = Sha256.hex(request.body());
        var now = clock.instant();
        if (requests.claim(request.key(), request.actor().id(), digest, now)) {
            return work(request.key(), work);
        }
        var earlier = requests.findClaim(request.key()).orElseThrow(() -> busy(request));
        if (!earlier.actor().equals(request.actor().id()) || !earlier.request().equals(digest)) {
            throw mismatch(request);
        }
        return earlier.answer().isEmpty()
                ? resume(request, earlier, work, leftBehind)
                : earlier.answer();
    }

    private String resume(
            Request request,
            Claim earlier,
            Supplier<String> work,
            Function<Instant, Optional<String>> leftBehind) {
        var now = clock.instant();
        boolean cutOff = earlier.madeAt().isBefore(now.minus(CUT_OFF));
        if (!cutOff || !requests.takeOver(request.key(), earlier.madeAt(), now)) {
            throw busy(request);
        }
        return work(request.key(), () -> leftBehind.apply(earlier.madeAt()).orElseGet(work));
    }

    /// Only a refused wish gives its key back, for nothing came of it. One that broke may have been
    /// carried out before it did: its key stays, and the next try is answered with what is there.
    private String work(UUID key, Supplier<String> work) {
        String answer;
        try {
            answer = work.get();
        } catch (RefusedException e) {
            requests.release(key);
            throw e;
        }
        requests.answer(key, answer);
        return answer;
    }

    @Scheduled(fixedDelay = 6, timeUnit = TimeUnit.HOURS)
    void forgetOld() {
        requests.forget(clock.instant().minus(REMEMBERED));
    }

    private static RefusedException mismatch(Request request) {
        return new RefusedException(
                "casework.idempotency-mismatch",
                "The key (%s) was used before for another request.".formatted(request.key()),
                "Make a new Idempotency-Key for each new wish.");
    }

    private static RefusedException busy(Request request) {
        return new RefusedException(
                "casework.idempotency-busy",
                "The request with the key (%s) is being carried out.".formatted(request.key()),
                "Send the same again in a minute.");
    }
}
