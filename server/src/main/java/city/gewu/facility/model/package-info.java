/// What a row of a file must be to become a facility. Pure.
@NullMarked
package city.gewu.facility.model;

import org.jspecify.annotations.NullMarked;
