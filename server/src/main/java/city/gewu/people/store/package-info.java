/// Organisations, people and postings, kept in PostgreSQL.
@NullMarked
package city.gewu.people.store;

import org.jspecify.annotations.NullMarked;
