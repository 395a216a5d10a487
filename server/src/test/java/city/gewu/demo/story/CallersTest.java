package city.gewu.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.casework.ReportSource;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CallersTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Test
    void nobodyCanBeCalledByMistake() {
        for (int number = 1; number <= 1000; number++) {
            var caller = Callers.find(ReportSource.HOTLINE, DAY, number).orElseThrow();
            assertThat(caller.phone()).matches("1200[0-9]{7}");
            assertThat(caller.isCallable()).isTrue();
            assertThat(caller.name()).matches("(.某.?)?");
        }
    }

    @Test
    void theSameProblemHasTheSameCaller() {
        var once = Callers.find(ReportSource.HOTLINE, DAY, 7);
        assertThat(Callers.find(ReportSource.HOTLINE, DAY, 7)).isEqualTo(once);
        assertThat(Callers.find(ReportSource.HOTLINE, DAY.plusDays(1), 7)).isNotEqualTo(once);
    }

    @Test
    void whoWorksForTheCityIsNoCaller() {
        assertThat(Callers.find(ReportSource.SUPERVISOR, DAY, 1)).isEmpty();
        assertThat(Callers.find(ReportSource.VIDEO, DAY, 1)).isEmpty();
    }
}
