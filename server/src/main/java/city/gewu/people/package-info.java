/// Organisations, accounts and posts (机构、岗位), and who is signed in.
@ApplicationModule(
        displayName = "人员机构 People",
        allowedDependencies = {"platform", "territory"})
@NullMarked
package city.gewu.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
