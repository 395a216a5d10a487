/// Takes components in and finds them.
@NullMarked
package city.gewu.component.usecase;

import org.jspecify.annotations.NullMarked;
