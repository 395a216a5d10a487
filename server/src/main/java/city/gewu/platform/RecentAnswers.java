package city.gewu.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Answers that cost something to find out, remembered for a while. Whoever asks what somebody is
/// finding out already waits for that answer; so many other questions are answered beside it as
/// there are turns.
public final class RecentAnswers<Q, A> {

    private final int most;
    private final Duration fresh;
    private final Clock clock;
    private final Object[] turns;
    private final LinkedHashMap<Q, Answer<A>> known = new LinkedHashMap<>(16, 0.75f, true);

    private record Answer<A>(Instant at, A value) {}

    /// @param most answers remembered; the one asked for longest ago goes first
    /// @param fresh how old an answer may be
    /// @param turns questions that are answered at the same time; 1 lets them wait for each other
    public RecentAnswers(int most, Duration fresh, int turns, Clock clock) {
        this.most = most;
        this.fresh = fresh;
        this.clock = clock;
        this.turns = Stream.generate(Object::new).limit(turns).toArray();
    }

    /// What is remembered, or what is found out now. A question that fails is asked again the next
    /// time.
    public A get(Q question, Supplier<A> find) {
        synchronized (turns[Math.floorMod(question.hashCode(), turns.length)]) {
            var now = clock.instant();
            var remembered = recall(question, now);
            if (remembered.isPresent()) {
                return remembered.get();
            }
            var found = find.get();
            keep(question, new Answer<>(now, found));
            return found;
        }
    }

    /// What is remembered, if anything; finds nothing out.
    public Optional<A> recall(Q question) {
        return recall(question, clock.instant());
    }

    private Optional<A> recall(Q question, Instant now) {
        synchronized (known) {
            return Optional.ofNullable(known.get(question))
                    .filter(answer -> !answer.at().plus(fresh).isBefore(now))
                    .map(Answer::value);
        }
    }

    private void keep(Q question, Answer<A> answer) {
        synchronized (known) {
            known.put(question, answer);
            if (known.size() > most) {
                known.pollFirstEntry();
            }
        }
    }
}
