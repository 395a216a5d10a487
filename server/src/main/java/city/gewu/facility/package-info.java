/// Places people look for (便民设施): toilets, markets, car parks and relief points, with their hours.
@ApplicationModule(
        displayName = "便民设施 Facility",
        allowedDependencies = {"platform", "audit", "territory", "people", "evidence"})
@NullMarked
package city.gewu.facility;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
