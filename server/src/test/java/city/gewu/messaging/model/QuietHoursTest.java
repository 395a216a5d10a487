package city.gewu.messaging.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/// Nobody is rung at night, in the time of the city.
class QuietHoursTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final QuietHours NIGHT = QuietHours.of("22:00-07:00");

    @Test
    void inTheEveningItWaitsForTheMorning() {
        assertThat(NIGHT.notBefore(Instant.parse("2026-03-02T14:00:00Z"), SHANGHAI))
                .isEqualTo("2026-03-02T23:00:00Z");
    }

    @Test
    void beforeDawnItWaitsForTheSameMorning() {
        assertThat(NIGHT.notBefore(Instant.parse("2026-03-02T22:59:59Z"), SHANGHAI))
                .isEqualTo("2026-03-02T23:00:00Z");
    }

    @Test
    void byDayItGoesAtOnce() {
        var noon = Instant.parse("2026-03-02T04:00:00Z");
        assertThat(NIGHT.notBefore(noon, SHANGHAI)).isEqualTo(noon);
        assertThat(QuietHours.of("").notBefore(noon, SHANGHAI)).isEqualTo(noon);
    }

    @Test
    void afterTheLastTryThereIsNoOther() {
        assertThat(Retry.after(1)).hasValue(Duration.ofMinutes(1));
        assertThat(Retry.after(4)).hasValue(Duration.ofHours(3));
        assertThat(Retry.after(5)).isEmpty();
    }
}
