package city.gewu.engine.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    private static final ZoneId BOSTON = ZoneId.of("America/New_York");

    @ParameterizedTest
    @CsvSource({
        "2011-08, 2011-08-01, 2011-09-01",
        "2011-12, 2011-12-01, 2012-01-01",
        "2011-Q1, 2011-01-01, 2011-04-01",
        "2011-Q4, 2011-10-01, 2012-01-01",
        "2011, 2011-01-01, 2012-01-01"
    })
    void coversWholeDays(String text, String first, String after) {
        var period = Period.parse(text).orElseThrow();
        assertThat(period.first()).isEqualTo(first);
        assertThat(period.after()).isEqualTo(after);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2011-00",
                "2011-13",
                "2011-8",
                "2011-Q0",
                "2011-Q5",
                "2011-q1",
                "11-08",
                "0000-Q9",
                "2011-08-01",
                " 2011",
                "2011' or 1=1"
            })
    void hasOneSpellingAndNoOther(String text) {
        assertThat(Period.parse(text)).isEmpty();
    }

    @Test
    void beginsAndEndsAtMidnightInTheCity() {
        var window = Period.parse("2011-08").orElseThrow().in(BOSTON);
        assertThat(window.from()).isEqualTo(Instant.parse("2011-08-01T04:00:00Z"));
        assertThat(window.to()).isEqualTo(Instant.parse("2011-09-01T04:00:00Z"));
    }

    @Test
    void aMonthInWhichTheClocksChangeIsAnHourShorter() {
        var window = Period.parse("2011-03").orElseThrow().in(BOSTON);
        assertThat(Duration.between(window.from(), window.to()))
                .isEqualTo(Duration.ofDays(31).minusHours(1));
    }

    @Property
    void monthsAndQuartersAndYearsTileTime(@ForAll @IntRange(min = 1900, max = 2200) int year) {
        var at = Period.parse("%04d".formatted(year)).orElseThrow().first();
        for (int month = 1; month <= 12; month++) {
            var period = Period.parse("%04d-%02d".formatted(year, month)).orElseThrow();
            assertThat(period.first()).isEqualTo(at);
            at = period.after();
            if (month % 3 == 0) {
                assertThat(
                                Period.parse("%04d-Q%d".formatted(year, month / 3))
                                        .orElseThrow()
                                        .after())
                        .isEqualTo(at);
            }
        }
        assertThat(Period.parse("%04d".formatted(year + 1)).orElseThrow().first()).isEqualTo(at);
    }
}
