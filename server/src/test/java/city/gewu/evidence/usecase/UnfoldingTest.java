package city.gewu.evidence.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.gewu.platform.RefusedException;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnfoldingTest {

    private final Unfolding unfolding = new Unfolding();

    @Test
    void fewPhotosUnfoldAtATimeHoweverManyCome() throws Exception {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        try (var phones = Executors.newFixedThreadPool(8)) {
            var sent =
                    phones.invokeAll(
                            IntStream.range(0, 40)
                                    .<Callable<Integer>>mapToObj(_ ->
                                            () -> unfolding.inTurn(1_000, () -> unfold(now, most)))
                                    .toList());
            for (var one : sent) {
                assertThat(one.get()).isPositive();
            }
        }
        assertThat(most.get()).isEqualTo(2);
    }

    private static int unfold(AtomicInteger now, AtomicInteger most) throws IOException {
        int together = now.incrementAndGet();
        most.accumulateAndGet(together, Math::max);
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        now.decrementAndGet();
        return together;
    }

    @Test
    void whenTooMuchWaitsThePhoneIsAskedToComeAgain() throws IOException {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> unfolding.inTurn(201 << 20, () -> 1))
                .satisfies(e -> assertThat(e.refusal().code()).isEqualTo("evidence.unavailable"));
        assertThat(unfolding.inTurn(10 << 20, () -> 1)).isEqualTo(1);
    }
}
