package city.gewu.engine.track;

import java.time.Duration;

/// What a track is held to.
///
/// @param accuracyMetres a point known worse than this does not count
/// @param fastest metres a second that nobody exceeds
/// @param gap a longer time between two points is a gap
public record TrackRules(double accuracyMetres, double fastest, Duration gap) {

    /// An electric bicycle or a patrol car in a city: 33 m/s is 120 km/h.
    public static TrackRules street(double accuracyMetres) {
        return new TrackRules(accuracyMetres, 33, Duration.ofMinutes(5));
    }
}
