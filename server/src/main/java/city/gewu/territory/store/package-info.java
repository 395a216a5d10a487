/// The city, its units and its base map in PostgreSQL.
@NullMarked
package city.gewu.territory.store;

import org.jspecify.annotations.NullMarked;
