/// The city and its levels: which district, street, community and grid holds a point.
@ApplicationModule(
        displayName = "区域 Territory",
        allowedDependencies = {"platform", "audit"})
@NullMarked
package city.gewu.territory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
