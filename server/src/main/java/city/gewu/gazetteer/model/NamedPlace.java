package city.gewu.gazetteer.model;

import java.util.List;

/// Something with a name and a point, WGS84 degrees.
///
/// @param words what it is found by: its names without words that say nothing
/// @param code of a component, otherwise empty text
/// @param address how a clerk would write it down
public record NamedPlace(
        PlaceKind kind,
        String name,
        List<String> words,
        String code,
        String address,
        double longitude,
        double latitude) {

    private static final double METRES_OF_A_DEGREE = 111_320;

    public NamedPlace {
        words = List.copyOf(words);
    }

    public double metres(double fromLongitude, double fromLatitude) {
        double east = (longitude - fromLongitude) * Math.cos(Math.toRadians(fromLatitude));
        return Math.hypot(east, latitude - fromLatitude) * METRES_OF_A_DEGREE;
    }
}
