/// The PostgreSQL a city runs on: embedded under the data directory, or a server by URL.
@ApplicationModule(
        displayName = "数据库 Database",
        allowedDependencies = {"platform"})
@NullMarked
package city.gewu.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
