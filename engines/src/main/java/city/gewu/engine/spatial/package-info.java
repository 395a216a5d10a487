/// Where things are: which area holds a point, how large an area is, which map tile shows it.
@NullMarked
package city.gewu.engine.spatial;

import org.jspecify.annotations.NullMarked;
