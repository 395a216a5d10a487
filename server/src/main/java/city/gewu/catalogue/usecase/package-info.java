/// The scheme in force, and bringing in another.
@NullMarked
package city.gewu.catalogue.usecase;

import org.jspecify.annotations.NullMarked;
