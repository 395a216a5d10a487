/// Notices to those who reported and those who work (通知): one contract for every way there is.
@ApplicationModule(
        displayName = "通知 Messaging",
        allowedDependencies = {"platform", "audit", "privacy", "territory", "people"})
@NullMarked
package city.gewu.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
