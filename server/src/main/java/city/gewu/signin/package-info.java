/// Accounts and signing in (账号、登录), and what is open to whom.
@ApplicationModule(
        displayName = "登录 Sign-in",
        allowedDependencies = {"platform", "audit", "people", "territory"})
@NullMarked
package city.gewu.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
