package city.gewu.patrol.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A turn of duty (一次值勤), from signing on to signing off.
///
/// @param phoneFrom by the phone's clock, as is `phoneTo`
/// @param phoneTo empty while it goes on
/// @param skew what to add to the phone's clock to get ours
/// @param startedAt by our clock, as is `endedAt`
/// @param end empty while it goes on
/// @param fence where the person stood when signing on
public record Turn(
        long id,
        String person,
        Instant phoneFrom,
        Optional<Instant> phoneTo,
        Duration skew,
        Instant startedAt,
        Optional<Instant> endedAt,
        Optional<End> end,
        Fence fence) {

    /// How a turn ended.
    public enum End {
        /// The person signed off.
        PERSON,
        /// Nobody signed off, and the rule ended it.
        RULE
    }

    /// How somebody stood to the area of the own posting (围栏).
    ///
    /// @param inside whether within the fence: the area and so many metres around it
    /// @param metres outside of the area, 0 inside
    /// @param unit code of the nearest area one is posted to; empty text for the whole city or none
    public record Fence(boolean inside, double metres, String level, String unit) {}

    /// Whether a moment of the phone lies in it.
    public boolean holds(Instant phone) {
        return !phone.isBefore(phoneFrom) && phoneTo.map(end -> !phone.isAfter(end)).orElse(true);
    }
}
