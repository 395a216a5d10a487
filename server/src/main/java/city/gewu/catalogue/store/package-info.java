/// Schemes kept by version.
@NullMarked
package city.gewu.catalogue.store;

import org.jspecify.annotations.NullMarked;
