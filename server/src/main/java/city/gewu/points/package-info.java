/// Points of people who work in the street (积分制): rules as data, a ledger that only grows, and
/// corrections that two people make.
@ApplicationModule(
        displayName = "积分 Points",
        allowedDependencies = {
            "platform",
            "audit",
            "territory",
            "people",
            "evidence",
            "casework",
            "patrol"
        })
@NullMarked
package city.gewu.points;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
