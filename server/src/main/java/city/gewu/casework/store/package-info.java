@NullMarked
package city.gewu.casework.store;

import org.jspecify.annotations.NullMarked;
