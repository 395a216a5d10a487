/// Booking, reading and correcting points.
@NullMarked
package city.gewu.points.usecase;

import org.jspecify.annotations.NullMarked;
