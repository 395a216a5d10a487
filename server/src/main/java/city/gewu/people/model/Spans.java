package city.gewu.people.model;

import city.gewu.platform.Refusal;
import java.time.LocalDate;
import java.util.Optional;

/// What is wrong with days that somebody typed.
public final class Spans {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private Spans() {}

    public static Optional<Refusal> findRefusal(Span span) {
        boolean good =
                !span.isReversed()
                        && isDay(span.firstDay())
                        && span.lastDay().map(Spans::isDay).orElse(true);
        return good
                ? Optional.empty()
                : Optional.of(
                        new Refusal(
                                "people.bad-span",
                                "The days (%s) end before they begin, or lie too far away."
                                        .formatted(span),
                                "Choose a last day that is not before the first."));
    }

    private static boolean isDay(LocalDate day) {
        return !day.isBefore(EARLIEST) && !day.isAfter(LATEST);
    }
}
