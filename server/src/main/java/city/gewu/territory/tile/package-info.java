/// Vector tiles drawn from memory.
@NullMarked
package city.gewu.territory.tile;

import org.jspecify.annotations.NullMarked;
