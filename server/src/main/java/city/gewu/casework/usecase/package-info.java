@NullMarked
package city.gewu.casework.usecase;

import org.jspecify.annotations.NullMarked;
