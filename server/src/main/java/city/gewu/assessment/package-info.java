/// Indicators over what other modules publish as SQL views (考评).
@ApplicationModule(
        displayName = "考评 Assessment",
        allowedDependencies = {"platform", "territory", "people", "catalogue", "casework"})
@NullMarked
package city.gewu.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
