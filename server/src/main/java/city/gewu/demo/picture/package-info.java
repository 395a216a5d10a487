/// Draws the photos of the demo city.
@NullMarked
package city.gewu.demo.picture;

import org.jspecify.annotations.NullMarked;
