/// Rules of points: which deed earns what, up to which cap, and what has to be booked.
@NullMarked
package city.gewu.points.model;

import org.jspecify.annotations.NullMarked;
