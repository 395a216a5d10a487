/// What can be done with organisations, people and postings.
@NullMarked
package city.gewu.people.usecase;

import org.jspecify.annotations.NullMarked;
