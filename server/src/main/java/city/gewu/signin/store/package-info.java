/// Accounts and who is signed in, kept in PostgreSQL.
@NullMarked
package city.gewu.signin.store;

import org.jspecify.annotations.NullMarked;
