/// Encrypted records and wrapped keys in PostgreSQL.
@NullMarked
package city.gewu.privacy.store;

import org.jspecify.annotations.NullMarked;
