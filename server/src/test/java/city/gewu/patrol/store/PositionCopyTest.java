package city.gewu.patrol.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PositionCopyTest {

    @Test
    void aMomentIsWrittenToTheMicrosecond() {
        var random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            var at =
                    Instant.ofEpochSecond(
                            random.nextLong(-4_000_000_000L, 8_000_000_000L),
                            random.nextInt(1_000_000_000));
            var text = new StringBuilder();
            PositionCopy.moment(at, text);
            assertThat(Instant.parse(text)).isEqualTo(at.truncatedTo(ChronoUnit.MICROS));
        }
    }
}
