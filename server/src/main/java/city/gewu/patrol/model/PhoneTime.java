package city.gewu.patrol.model;

import java.time.Duration;
import java.time.Instant;

/// A moment a phone tells of, by its own clock and by ours.
///
/// @param at by the phone's clock
/// @param skew what to add to the phone's clock to get ours, as it was when the phone sent this
public record PhoneTime(Instant at, Duration skew) {

    /// @param sentAt by the phone's clock, when it sent what the server received now
    public static PhoneTime of(Instant at, Instant sentAt, Instant received) {
        return new PhoneTime(at, Duration.between(sentAt, received));
    }

    /// The moment by our clock.
    public Instant corrected() {
        return at.plus(skew);
    }
}
