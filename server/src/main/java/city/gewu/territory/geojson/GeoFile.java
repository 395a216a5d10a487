package city.gewu.territory.geojson;

import java.util.List;

/// What a GeoJSON file holds.
///
/// @param crs name of the coordinate system the file declares, or empty text
public record GeoFile(String name, String crs, List<Feature> features) {}
