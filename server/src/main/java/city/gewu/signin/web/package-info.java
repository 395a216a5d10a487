/// Signing in over HTTP, and what is open to whom.
@NullMarked
package city.gewu.signin.web;

import org.jspecify.annotations.NullMarked;
