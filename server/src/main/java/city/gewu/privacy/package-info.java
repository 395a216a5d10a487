/// Personal data of those who report, encrypted, opened with a reason and erased in time (个人信息保护).
@ApplicationModule(
        displayName = "个人信息 Privacy",
        allowedDependencies = {"platform", "audit"})
@NullMarked
package city.gewu.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
