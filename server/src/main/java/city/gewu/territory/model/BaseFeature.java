package city.gewu.territory.model;

import org.locationtech.jts.geom.Geometry;

/// Something the base map shows: a river, a park, a building, a road, a label.
///
/// @param kind class of a road or kind of a label; empty text elsewhere
/// @param shape in WGS84 degrees
public record BaseFeature(String layer, String kind, String name, Geometry shape) {}
