/// Proposes what a text is about (分类建议), learnt from the city's own closed cases.
@ApplicationModule(
        displayName = "建议 Suggestion",
        allowedDependencies = {"platform", "catalogue", "casework"})
@NullMarked
package city.gewu.suggestion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
