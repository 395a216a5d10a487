/// Files in and out: any city's export of cases becomes cases (数据交换).
@ApplicationModule(
        displayName = "数据交换 Exchange",
        allowedDependencies = {
            "platform",
            "territory",
            "worktime",
            "people",
            "catalogue",
            "casework"
        })
@NullMarked
package city.gewu.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
