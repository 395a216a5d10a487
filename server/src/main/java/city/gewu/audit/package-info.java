/// Who did what, and what was refused: an append-only, sealed log (审计日志).
@ApplicationModule(
        displayName = "审计 Audit",
        allowedDependencies = {"platform"})
@NullMarked
package city.gewu.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
