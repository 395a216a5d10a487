package city.gewu.town;

import city.gewu.engine.worktime.TimeLimit;
import city.gewu.worktime.Deadline;
import city.gewu.worktime.Worktime;
import java.io.InputStream;
import java.time.Instant;

/// No calendar, so no clock.
public interface BareWorktime extends Worktime {

    @Override
    default Deadline start(Instant at, TimeLimit limit) {
        throw new TownLacks("a calendar to start a clock by");
    }

    @Override
    default Deadline resume(Deadline before, Instant suspendedAt, Instant resumedAt) {
        throw new TownLacks("a calendar to resume a clock by");
    }

    @Override
    default Deadline extend(Deadline before, TimeLimit by) {
        throw new TownLacks("a calendar to extend a clock by");
    }

    @Override
    default void importCalendar(String file, InputStream yaml) {
        throw new TownLacks("a calendar that can be replaced");
    }
}
