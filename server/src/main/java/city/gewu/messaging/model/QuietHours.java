package city.gewu.messaging.model;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/// When nobody is rung (免打扰时段), in the time of the city.
///
/// @param from equal to `until` for none
public record QuietHours(LocalTime from, LocalTime until) {

    /// Reads `22:00-07:00`; an empty text is none.
    public static QuietHours of(String text) {
        if (text.isBlank()) {
            return new QuietHours(LocalTime.MIN, LocalTime.MIN);
        }
        var ends = text.strip().split("-", -1);
        return new QuietHours(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
    }

    /// The moment itself, or the end of the quiet hours it lies in.
    public Instant notBefore(Instant at, ZoneId zone) {
        var local = at.atZone(zone);
        if (!holds(local.toLocalTime())) {
            return at;
        }
        var end = local.with(until);
        return (end.isAfter(local) ? end : local.plusDays(1).with(until)).toInstant();
    }

    private boolean holds(LocalTime time) {
        return from.isBefore(until)
                ? !time.isBefore(from) && time.isBefore(until)
                : !from.equals(until) && (!time.isBefore(from) || time.isBefore(until));
    }
}
