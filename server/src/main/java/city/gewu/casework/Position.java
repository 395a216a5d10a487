package city.gewu.casework;

/// A point in WGS84 degrees.
public record Position(double longitude, double latitude) {

    public Position {
        if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
            throw new IllegalArgumentException(
                    "Position (" + longitude + ", " + latitude + ") is not on the globe.");
        }
    }
}
