package city.gewu.patrol.model;

/// Where a phone said it was (定位), in WGS84 degrees.
///
/// @param accuracyMetres radius within which the phone believes itself to be
public record Fix(double longitude, double latitude, double accuracyMetres) {

    public Fix {
        if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
            throw new IllegalArgumentException(
                    "Position (" + longitude + ", " + latitude + ") is not on the globe.");
        }
        if (!(accuracyMetres >= 0)) {
            throw new IllegalArgumentException("Accuracy (" + accuracyMetres + ") is below 0.");
        }
    }
}
