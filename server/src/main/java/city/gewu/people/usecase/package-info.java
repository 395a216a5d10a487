/// What can be done with organisations and accounts.
@NullMarked
package city.gewu.people.usecase;

import org.jspecify.annotations.NullMarked;
