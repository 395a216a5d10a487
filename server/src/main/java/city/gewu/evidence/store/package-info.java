@NullMarked
package city.gewu.evidence.store;

import org.jspecify.annotations.NullMarked;
