package city.gewu.catalogue;

import city.gewu.engine.worktime.TimeLimit;
import city.gewu.platform.Named;

/// What makes a problem of this minor category a case (立案条件), what closes it (结案条件), and the limit
/// in between.
///
/// @param code unique in its minor category: `1`, `2`
public record FilingCondition(String code, Named filing, Named closing, TimeLimit limit) {}
