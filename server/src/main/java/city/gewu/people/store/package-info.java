/// Departments, accounts and who is signed in, kept in PostgreSQL.
@NullMarked
package city.gewu.people.store;

import org.jspecify.annotations.NullMarked;
