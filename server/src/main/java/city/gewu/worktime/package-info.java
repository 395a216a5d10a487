/// Work calendars and time limits (工作时、时限): when a case is due.
@ApplicationModule(
        displayName = "工作时 Worktime",
        allowedDependencies = {"platform", "audit"})
@NullMarked
package city.gewu.worktime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
