/// What people who live in the city tell it and are told (公众参与): reports without an account,
/// following them, joining in, rating.
@ApplicationModule(
        displayName = "公众参与 Engagement",
        allowedDependencies = {
            "platform",
            "audit",
            "privacy",
            "territory",
            "people",
            "catalogue",
            "evidence",
            "casework",
            "messaging",
            "suggestion"
        })
@NullMarked
package city.gewu.engagement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
