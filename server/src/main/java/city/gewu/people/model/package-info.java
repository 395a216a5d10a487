/// Rules of passwords and of signing in.
@NullMarked
package city.gewu.people.model;

import org.jspecify.annotations.NullMarked;
