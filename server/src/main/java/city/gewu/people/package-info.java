/// Organisations, people and the posts they hold (机构、人员、岗位).
@ApplicationModule(
        displayName = "人员机构 People",
        allowedDependencies = {"platform", "audit", "privacy", "territory"})
@NullMarked
package city.gewu.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
