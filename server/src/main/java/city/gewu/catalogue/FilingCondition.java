package city.gewu.catalogue;

import city.gewu.engine.worktime.TimeLimit;
import city.gewu.platform.Named;
import java.util.Objects;
import java.util.Optional;

/// What makes a problem of this minor category a case (立案条件), what closes it (结案条件), and the limit
/// in between.
///
/// @param code unique in its minor category: `1`, `2`
/// @param then code of the condition of the same minor category under which the next stage is
///   opened once a case of this one is closed (后续条件); empty when nothing follows
public record FilingCondition(
        String code, Named filing, Named closing, TimeLimit limit, Optional<String> then) {

    public FilingCondition {
        // A draft that was kept before there were stages says nothing of what follows.
        then = Objects.requireNonNullElse(then, Optional.empty());
    }

    /// One that nothing follows.
    public FilingCondition(String code, Named filing, Named closing, TimeLimit limit) {
        this(code, filing, closing, limit, Optional.empty());
    }
}
