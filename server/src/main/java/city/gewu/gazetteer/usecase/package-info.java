/// Finds places by what somebody typed.
@NullMarked
package city.gewu.gazetteer.usecase;

import org.jspecify.annotations.NullMarked;
