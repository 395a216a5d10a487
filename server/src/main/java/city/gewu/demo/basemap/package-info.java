/// What the base map shows: water, parks, buildings, roads and names, as GeoJSON.
@NullMarked
package city.gewu.demo.basemap;

import org.jspecify.annotations.NullMarked;
