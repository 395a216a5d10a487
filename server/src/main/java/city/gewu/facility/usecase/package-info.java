/// Takes facilities in, changes and finds them.
@NullMarked
package city.gewu.facility.usecase;

import org.jspecify.annotations.NullMarked;
