package city.gewu.engine.worktime;

import java.io.Serial;
import java.time.LocalDate;

/// A question about days the calendar does not cover: next year's holidays are not published yet.
public final class OutsideCalendarException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final LocalDate firstDay;
    private final LocalDate lastDay;

    OutsideCalendarException(LocalDate firstDay, LocalDate lastDay) {
        super(
                "The calendar covers %s to %s only.".formatted(firstDay, lastDay),
                null,
                false,
                false);
        this.firstDay = firstDay;
        this.lastDay = lastDay;
    }

    public LocalDate firstDay() {
        return firstDay;
    }

    public LocalDate lastDay() {
        return lastDay;
    }
}
