/// Work in the street (巡查): what the phone of a supervisor stores and sends, who is on duty and
/// where, and who looks at which case.
@ApplicationModule(
        displayName = "巡查 Patrol",
        allowedDependencies = {
            "platform",
            "audit",
            "territory",
            "people",
            "catalogue",
            "component",
            "evidence",
            "messaging",
            "casework"
        })
@NullMarked
package city.gewu.patrol;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
