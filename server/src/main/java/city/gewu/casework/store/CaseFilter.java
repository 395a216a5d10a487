package city.gewu.casework.store;

import city.gewu.casework.model.CaseView;
import city.gewu.casework.model.Waiting;
import java.util.Optional;

/// What a person wants to see of the cases they may see. A filter that is empty text is not set.
///
/// @param scope the only department whose cases may be seen; empty when all may
/// @param waiting what the view of one's own shows
/// @param depth depth of the level that `unit` belongs to
public record CaseFilter(
        CaseView view,
        Optional<String> scope,
        Waiting waiting,
        String typed,
        String category,
        String department,
        String source,
        int depth,
        String unit) {

    /// Everything a person may see in a view.
    public static CaseFilter of(CaseView view, Optional<String> scope, Waiting waiting) {
        return new CaseFilter(view, scope, waiting, "", "", "", "", 0, "");
    }
}
