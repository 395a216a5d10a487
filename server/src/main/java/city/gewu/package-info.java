@NullMarked
package city.gewu;

import org.jspecify.annotations.NullMarked;
