package city.gewu.facility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// When a place is open. 2026-03-02 is a Monday.
class OpeningHoursTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "24/7 | 2026-03-02T03:00 | true",
                "Mo-Fr 08:00-18:00 | 2026-03-02T08:00 | true",
                "Mo-Fr 08:00-18:00 | 2026-03-02T18:00 | false",
                "Mo-Fr 08:00-18:00 | 2026-03-07T10:00 | false",
                "Mo-Fr 09:00-12:00,14:00-17:00 | 2026-03-02T13:00 | false",
                "Fr-Mo 09:00-12:00 | 2026-03-01T10:00 | true",
                "Mo-Su 18:00-02:00 | 2026-03-03T01:59 | true",
                "Mo 18:00-02:00 | 2026-03-02T01:00 | false",
                "Mo-Su 08:00-24:00 | 2026-03-02T23:59 | true",
                "Mo-Su 08:00-18:00; 2026-03-02 off | 2026-03-02T10:00 | false",
                "2026-03-01..2026-03-03 10:00-11:00; Mo 08:00-18:00 | 2026-03-02T09:00 | false",
                "Mo-Su 08:00-18:00; Mo off | 2026-03-02T10:00 | false",
            })
    void rulesSayWhetherItIsOpen(String rules, LocalDateTime at, boolean open) {
        assertThat(OpeningHours.find(rules).orElseThrow().isOpen(at)).hasValue(open);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "always",
                "Mo",
                "Mo-Xx 08:00-18:00",
                "Mo 8-18",
                "Mo 25:00-26:00",
                "2026-02-30 off",
                "2026-03-03..2026-03-01 off",
                "Mo 08:00-18:00;",
            })
    void whatIsNoRuleIsRefused(String rules) {
        assertThat(OpeningHours.find(rules)).isEmpty();
    }

    @Test
    void anEmptyTextSaysThatNobodyKnows() {
        assertThat(OpeningHours.find(" ").orElseThrow().isOpen(LocalDateTime.MIN.plusDays(2)))
                .isEmpty();
    }
}
