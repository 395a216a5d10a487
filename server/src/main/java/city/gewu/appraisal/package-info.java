/// Marks and ranks out of the figures of the assessment, by schemes that are data (考评办法).
@ApplicationModule(
        displayName = "考评办法 Appraisal",
        allowedDependencies = {
            "platform",
            "audit",
            "worktime",
            "territory",
            "people",
            "evidence",
            "assessment"
        })
@NullMarked
package city.gewu.appraisal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
