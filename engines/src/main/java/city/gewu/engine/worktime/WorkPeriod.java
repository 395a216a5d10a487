package city.gewu.engine.worktime;

import java.time.LocalTime;

/// A stretch of the day in which work is done (工作时段), by the clock on the wall. One that ends no
/// later than it begins runs over midnight and belongs to the day it begins on; `00:00` to `00:00`
/// is the whole day.
public record WorkPeriod(LocalTime from, LocalTime to) {

    boolean endsNextDay() {
        return !to.isAfter(from);
    }
}
