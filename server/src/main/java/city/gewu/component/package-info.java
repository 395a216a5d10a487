/// The register of city components (部件): lamps, covers, bins, signs, and who owns them.
@ApplicationModule(
        displayName = "部件 Component",
        allowedDependencies = {"platform", "audit", "territory", "catalogue", "people"})
@NullMarked
package city.gewu.component;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
