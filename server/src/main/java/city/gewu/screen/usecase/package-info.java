/// Putting the screen together and sharing it between viewers.
@NullMarked
package city.gewu.screen.usecase;

import org.jspecify.annotations.NullMarked;
