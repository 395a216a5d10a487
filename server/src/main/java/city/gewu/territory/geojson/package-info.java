/// GeoJSON files read as a stream, one feature at a time, and their coordinate systems.
@NullMarked
package city.gewu.territory.geojson;

import org.jspecify.annotations.NullMarked;
