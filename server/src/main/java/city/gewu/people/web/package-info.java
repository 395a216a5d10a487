/// Signing in over HTTP, and what is open to whom.
@NullMarked
package city.gewu.people.web;

import org.jspecify.annotations.NullMarked;
