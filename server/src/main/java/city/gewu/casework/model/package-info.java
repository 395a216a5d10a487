@NullMarked
package city.gewu.casework.model;

import org.jspecify.annotations.NullMarked;
