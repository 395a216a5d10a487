/// Files of components: GeoJSON and CSV.
@NullMarked
package city.gewu.component.file;

import org.jspecify.annotations.NullMarked;
