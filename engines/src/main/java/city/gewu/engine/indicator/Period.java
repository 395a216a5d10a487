package city.gewu.engine.indicator;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/// A month, a quarter or a year of the city (考评周期): `2011-08`, `2011-Q3`, `2011`.
///
/// @param text as written, which is its only spelling
/// @param first its first day
/// @param after the day after its last
public record Period(String text, LocalDate first, LocalDate after) {

    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern QUARTER = Pattern.compile("\\d{4}-Q[1-4]");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

    /// The period so written; empty when there is none.
    public static Optional<Period> parse(String text) {
        if (YEAR.matcher(text).matches()) {
            return of(text, 1, 12);
        }
        if (QUARTER.matcher(text).matches()) {
            return of(text, (text.charAt(6) - '1') * 3 + 1, 3);
        }
        if (MONTH.matcher(text).matches()) {
            return of(text, Integer.parseInt(text.substring(5)), 1);
        }
        return Optional.empty();
    }

    private static Optional<Period> of(String text, int month, int months) {
        try {
            var first = LocalDate.of(Integer.parseInt(text.substring(0, 4)), month, 1);
            return Optional.of(new Period(text, first, first.plusMonths(months)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// The half-open stretch of time it covers in a zone: midnight to midnight on the wall clock,
    /// so a month in which the clocks change is an hour shorter or longer.
    public Window in(ZoneId zone) {
        return new Window(
                first.atStartOfDay(zone).toInstant(), after.atStartOfDay(zone).toInstant());
    }

    /// @param from inclusive
    /// @param to exclusive
    public record Window(Instant from, Instant to) {}
}
