package city.gewu.gazetteer.model;

import city.gewu.engine.spatial.GroundDistance;
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

    public NamedPlace {
        words = List.copyOf(words);
    }

    public double metres(double fromLongitude, double fromLatitude) {
        return GroundDistance.metres(fromLongitude, fromLatitude, longitude, latitude);
    }
}
