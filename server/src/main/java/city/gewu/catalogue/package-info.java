/// Categories of components and incidents (部件、事件) with their filing conditions and limits.
@ApplicationModule(
        displayName = "事部件分类 Catalogue",
        allowedDependencies = {"platform", "audit", "worktime"})
@NullMarked
package city.gewu.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
