package city.gewu.casework.model;

import city.gewu.people.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// Who asks, and when.
///
/// @param today the day of `now` where the city is
public record By(Actor actor, Instant now, LocalDate today) {

    public static By of(Actor actor, Instant now, ZoneId zone) {
        return new By(actor, now, LocalDate.ofInstant(now, zone));
    }

    /// Whether this is an import or a clock of the system, which is nobody's colleague: it works
    /// for no department, and may find and check alike.
    public boolean machine() {
        return actor.fromFile() || actor.id().startsWith("system:");
    }
}
