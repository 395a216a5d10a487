package city.gewu.worktime;

import city.gewu.engine.worktime.TimeLimit;
import java.io.InputStream;
import java.time.Instant;

/// Due times over the city's calendar in force.
public interface Worktime {

    /// The clock of a limit that starts now; refused with `worktime.no-calendar` when the calendar
    /// does not cover the days it needs.
    Deadline start(Instant at, TimeLimit limit);

    /// The clock of a case whose clock stood still between two moments: what was left is left
    /// again, over the calendar in force on resumption. A clock that had run out stays as it was.
    Deadline resume(Deadline before, Instant suspendedAt, Instant resumedAt);

    /// The clock with another limit added after its due time; its yellow light comes on when four
    /// fifths of the added limit are used up.
    Deadline extend(Deadline before, TimeLimit by);

    /// Reads a calendar file (YAML: zone, weekly periods, holidays, make-up workdays) and puts it
    /// in force under its version; the same file again changes nothing. Refused with
    /// `worktime.bad-calendar` (file, line) or `worktime.version-taken`.
    void importCalendar(String file, InputStream yaml);
}
