package city.gewu.privacy;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/// Says whose matter is over, so that their personal data can be erased in time (办结清单). The module
/// that owns the subjects answers.
public interface EndedSubjects {

    DataKind kind();

    /// Those of the subjects whose matter ended before the moment, and those that never came to be.
    Set<String> listEnded(Collection<String> subjects, Instant before);
}
