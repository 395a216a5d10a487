package city.gewu.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.gewu.database.TurningClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// `MonthFactsTest` holds that questions do not hold each other up.
class RecentAnswersTest {

    private static final int MOST = 2;

    private final TurningClock clock = new TurningClock(Instant.parse("2026-11-28T00:00:00Z"));
    private final RecentAnswers<String, Integer> answers =
            new RecentAnswers<>(MOST, Duration.ofHours(1), 1, clock);
    private final AtomicInteger found = new AtomicInteger();

    private int ask(String question) {
        return answers.get(question, found::incrementAndGet);
    }

    @Test
    void anAnswerIsFoundOutOnceAndAgainWhenItIsTooOld() {
        assertThat(ask("a")).isEqualTo(1);
        clock.turn(Duration.ofHours(1));
        assertThat(ask("a")).isEqualTo(1);
        assertThat(answers.recall("a")).contains(1);
        clock.turn(Duration.ofNanos(1));
        assertThat(answers.recall("a")).isEmpty();
        assertThat(ask("a")).isEqualTo(2);
    }

    @Test
    void theAnswerAskedForLongestAgoIsForgottenFirst() {
        ask("a");
        ask("b");
        ask("a");
        ask("c");
        assertThat(answers.recall("b")).isEmpty();
        assertThat(answers.recall("a")).contains(1);
        assertThat(answers.recall("c")).contains(3);
    }

    @Test
    void aQuestionThatFailedIsAskedAgain() {
        assertThatThrownBy(() ->
                        answers.get(
                                "a",
                                () -> {
                                    throw new IllegalStateException("away");
                                }))
                .hasMessage("away");
        assertThat(ask("a")).isEqualTo(1);
    }
}
