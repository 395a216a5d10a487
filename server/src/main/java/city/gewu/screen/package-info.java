/// The command screen (指挥大屏): the city at this moment in one answer, for a wall that stands for
/// days.
@ApplicationModule(
        displayName = "大屏 Screen",
        allowedDependencies = {"platform", "territory", "people", "catalogue", "assessment"})
@NullMarked
package city.gewu.screen;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
