/// The demo city, made through the same use cases a person would use.
@ApplicationModule(
        displayName = "示例城市 Demo",
        allowedDependencies = {
            "platform",
            "territory",
            "worktime",
            "people",
            "signin",
            "catalogue",
            "component",
            "facility",
            "evidence",
            "casework",
            "patrol",
            "points",
            "assessment",
            "appraisal",
            "engagement"
        })
@NullMarked
package city.gewu.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
