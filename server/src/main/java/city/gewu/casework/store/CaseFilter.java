package city.gewu.casework.store;

import city.gewu.casework.model.CaseView;
import java.util.List;
import java.util.Optional;

/// What a person wants to see of the cases they may see.
///
/// @param scope the only department whose cases may be seen; empty when all may
/// @param depth depth of the level that `unit` belongs to; 0 when no unit is asked for
public record CaseFilter(
        CaseView view,
        Optional<String> scope,
        Mine mine,
        String typed,
        String category,
        String department,
        String source,
        int depth,
        String unit) {

    /// What is waiting for one person.
    ///
    /// @param states states in which a post of theirs owes the next step
    /// @param department the department whose cases they handle, or empty text
    public record Mine(String account, List<String> states, String department) {}

    /// Everything a person may see in a view.
    public static CaseFilter of(CaseView view, Optional<String> scope, Mine mine) {
        return new CaseFilter(view, scope, mine, "", "", "", "", 0, "");
    }
}
