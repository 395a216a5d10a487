package city.gewu.engine.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FigureUnitTest {

    @Test
    void aRateHasSixDecimalsRoundedHalfUp() {
        assertThat(FigureUnit.RATE.value(2, 3)).isEqualTo("0.666667");
        assertThat(FigureUnit.RATE.value(1, 1)).isEqualTo("1.000000");
        assertThat(FigureUnit.RATE.value(0, 7)).isEqualTo("0.000000");
        assertThat(FigureUnit.RATE.value(1, 2_000_000)).isEqualTo("0.000001");
    }

    @Test
    void hoursComeFromSecondsWithTwoDecimals() {
        assertThat(FigureUnit.HOURS.value(5400, 1)).isEqualTo("1.50");
        assertThat(FigureUnit.HOURS.value(18, 1)).isEqualTo("0.01");
        assertThat(FigureUnit.HOURS.value(17, 1)).isEqualTo("0.00");
        assertThat(FigureUnit.HOURS.value(9_000_000_000_000L, 1)).isEqualTo("2500000000.00");
    }

    @Test
    void aCountIsItself() {
        assertThat(FigureUnit.COUNT.value(42, 1)).isEqualTo("42");
    }

    @Test
    void nothingToDivideByIsNoValue() {
        assertThat(FigureUnit.RATE.value(0, 0)).isEmpty();
        assertThat(FigureUnit.HOURS.value(0, 0)).isEmpty();
    }
}
