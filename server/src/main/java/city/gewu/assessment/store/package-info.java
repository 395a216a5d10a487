/// Indicator files and the statements they become.
@NullMarked
package city.gewu.assessment.store;

import org.jspecify.annotations.NullMarked;
