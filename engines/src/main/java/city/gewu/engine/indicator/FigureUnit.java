package city.gewu.engine.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// What an indicator is measured in, and how its value is written. Numerator and denominator stay
/// integers until here: the division comes last, outside every engine.
public enum FigureUnit {
    /// A number of cases; the denominator is 1.
    COUNT,
    /// A share between 0 and 1, six decimals, rounded half up.
    RATE,
    /// Hours, two decimals, rounded half up; the numerator is in seconds.
    HOURS;

    private static final BigDecimal SECONDS_OF_AN_HOUR = BigDecimal.valueOf(3600);

    /// Plain decimal text; empty when there was nothing to divide by.
    public String value(long numerator, long denominator) {
        if (denominator == 0) {
            return "";
        }
        var above = BigDecimal.valueOf(numerator);
        var below = BigDecimal.valueOf(denominator);
        return switch (this) {
            case COUNT -> Long.toString(numerator);
            case RATE -> above.divide(below, 6, RoundingMode.HALF_UP).toPlainString();
            case HOURS ->
                    above.divide(below.multiply(SECONDS_OF_AN_HOUR), 2, RoundingMode.HALF_UP)
                            .toPlainString();
        };
    }
}
