package city.gewu.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.exchange.csv.SeenRows.Earlier;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeenRowsTest {

    @Test
    void answersAsAMapWould() {
        var random = new Random(7);
        var seen = new SeenRows();
        Map<Long, Long> map = new HashMap<>();
        for (int row = 0; row < 50_000; row++) {
            long id = random.nextLong(20_000) * 0x9E3779B97F4A7C15L;
            long content = 5 + random.nextLong(3);
            var before = map.putIfAbsent(id, content);
            var expected =
                    before == null
                            ? Earlier.NONE
                            : before == content ? Earlier.SAME : Earlier.DIFFERENT;
            assertThat(seen.see(id, content)).isEqualTo(expected);
        }
    }

    @Test
    void aRowThatWasNotKeptLeavesItsIdToTheNext() {
        var seen = new SeenRows();
        seen.see(1, 10);
        seen.forget(1);

        assertThat(seen.see(1, 11)).isEqualTo(Earlier.NONE);
        assertThat(seen.see(1, 10)).isEqualTo(Earlier.DIFFERENT);
    }
}
