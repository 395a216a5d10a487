/// Accounts, passwords and sessions.
@NullMarked
package city.gewu.signin.usecase;

import org.jspecify.annotations.NullMarked;
