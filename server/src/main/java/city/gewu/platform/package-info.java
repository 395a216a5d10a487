/// Words every module shares: decisions, refusals, moments, problem details.
@ApplicationModule(
        displayName = "技术底座 Platform",
        allowedDependencies = {})
@NullMarked
package city.gewu.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
