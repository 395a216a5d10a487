/// The register in the database.
@NullMarked
package city.gewu.facility.store;

import org.jspecify.annotations.NullMarked;
