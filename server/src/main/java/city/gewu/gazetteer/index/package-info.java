/// The index of names, in memory.
@NullMarked
package city.gewu.gazetteer.index;

import org.jspecify.annotations.NullMarked;
