/// Photos and files of a case (证据材料), kept by their hash.
@ApplicationModule(
        displayName = "证据材料 Evidence",
        allowedDependencies = {"platform", "audit", "territory", "people"})
@NullMarked
package city.gewu.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
