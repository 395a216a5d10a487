package city.gewu.engine.track;

import java.time.Instant;

/// Where a phone said it was, in WGS84 degrees.
///
/// @param accuracyMetres radius within which the phone believes itself to be
/// @param mocked whether the phone says that another program made the position up
public record TrackPoint(
        Instant at, double longitude, double latitude, double accuracyMetres, boolean mocked) {}
