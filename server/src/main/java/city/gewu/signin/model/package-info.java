/// Rules of passwords and of signing in.
@NullMarked
package city.gewu.signin.model;

import org.jspecify.annotations.NullMarked;
