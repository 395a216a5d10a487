/// The register.
@NullMarked
package city.gewu.component.store;

import org.jspecify.annotations.NullMarked;
