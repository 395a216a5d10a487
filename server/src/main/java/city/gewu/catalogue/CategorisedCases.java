package city.gewu.catalogue;

import java.util.Map;

/// How many cases of each category are open (在办案件), told by the module that knows when a scheme is
/// changed.
public interface CategorisedCases {

    /// By code of the minor category; one without an open case is left out.
    Map<String, Integer> countOpen();
}
