/// What the screen shows.
@NullMarked
package city.gewu.screen.model;

import org.jspecify.annotations.NullMarked;
