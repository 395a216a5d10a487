/// What the screen counts.
@NullMarked
package city.gewu.screen.store;

import org.jspecify.annotations.NullMarked;
