/// Problems and cases from report to closure (上报、立案、派遣、处置、核查、结案) and the ledger that remembers
/// them.
@ApplicationModule(
        displayName = "案件 Casework",
        allowedDependencies = {
            "platform",
            "audit",
            "privacy",
            "worktime",
            "territory",
            "people",
            "catalogue",
            "component",
            "evidence"
        })
@NullMarked
package city.gewu.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
