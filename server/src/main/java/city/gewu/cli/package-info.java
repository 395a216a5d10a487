/// The command line: one program, one word for each thing a city does.
@ApplicationModule(
        displayName = "命令行 Command line",
        allowedDependencies = {
            "platform",
            "database",
            "audit",
            "territory",
            "worktime",
            "people",
            "signin",
            "evidence",
            "facility",
            "catalogue",
            "casework",
            "points",
            "assessment",
            "appraisal",
            "exchange",
            "demo"
        })
@NullMarked
package city.gewu.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
