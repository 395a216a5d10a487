package city.gewu.territory.geojson;

import java.util.List;
import java.util.Map;

/// One feature of a file, with coordinates as the file has them.
///
/// @param where names the feature in messages: its number from 1, and the file
/// @param properties as text; null is empty text, nested values are left out
/// @param type the GeoJSON type of the geometry
/// @param parts for each part its lines (of a polygon: outer ring first), each `x, y, x, y, …`
public record Feature(
        String where, Map<String, String> properties, String type, List<List<double[]>> parts) {

    /// The first value that is there, or empty text.
    public String property(String... names) {
        for (String name : names) {
            String value = properties.get(name);
            if (value != null) {
                return value;
            }
        }
        return "";
    }
}
