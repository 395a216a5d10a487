/// Who works in the demo city, and where: made up from a few lists, always the same.
@NullMarked
package city.gewu.demo.staffing;

import org.jspecify.annotations.NullMarked;
