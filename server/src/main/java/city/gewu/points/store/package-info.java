/// What is kept of points, and the deeds that other modules publish.
@NullMarked
package city.gewu.points.store;

import org.jspecify.annotations.NullMarked;
