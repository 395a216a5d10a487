package city.gewu.audit;

import java.util.Map;
import java.util.Set;

/// Names of those who act, for people who read the log (操作人姓名). The module that knows people
/// answers; the log itself keeps ids.
public interface ActorNames {

    /// Names by id; ids that are nobody's are left out.
    Map<String, String> names(Set<String> actorIds);
}
