/// Rules of organisations and postings, without a database or a clock.
@NullMarked
package city.gewu.people.model;

import org.jspecify.annotations.NullMarked;
