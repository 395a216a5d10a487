/// Files of facilities: GeoJSON and CSV.
@NullMarked
package city.gewu.facility.file;

import org.jspecify.annotations.NullMarked;
