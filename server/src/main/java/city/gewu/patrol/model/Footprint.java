package city.gewu.patrol.model;

import city.gewu.engine.track.TrackPoint;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalDouble;

/// A position as it is kept: of a turn of duty, on a day of the city (轨迹点).
///
/// @param point its moment by our clock
/// @param phoneAt by the phone's clock
/// @param speed metres a second as the phone told
/// @param marks bits of [city.gewu.engine.track.Mark], as far as its batch alone shows them
public record Footprint(
        LocalDate day,
        long turn,
        TrackPoint point,
        Instant phoneAt,
        OptionalDouble speed,
        int marks) {}
