/// Marks of a month, a year, and of a scheme that is tried out.
@NullMarked
package city.gewu.appraisal.usecase;

import org.jspecify.annotations.NullMarked;
