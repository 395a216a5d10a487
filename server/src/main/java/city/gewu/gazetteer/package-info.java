/// Places by name (地名地址): roads, crossings, places, shops and components of the city's own data.
@ApplicationModule(
        displayName = "地名 Gazetteer",
        allowedDependencies = {"platform", "territory", "catalogue"})
@NullMarked
package city.gewu.gazetteer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
