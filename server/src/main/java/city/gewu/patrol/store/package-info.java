/// What is kept of the street.
@NullMarked
package city.gewu.patrol.store;

import org.jspecify.annotations.NullMarked;
