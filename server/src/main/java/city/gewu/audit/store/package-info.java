/// The audit log in PostgreSQL.
@NullMarked
package city.gewu.audit.store;

import org.jspecify.annotations.NullMarked;
