package city.gewu.casework.store;

import city.gewu.casework.model.CaseView;
import city.gewu.casework.model.Waiting;
import city.gewu.people.Scope;

/// What a person wants to see of the cases they may see. A filter that is empty text is not set.
///
/// @param scope what may be seen at all
/// @param waiting what the view of one's own shows
/// @param depth depth of the level that `unit` belongs to
public record CaseFilter(
        CaseView view,
        Scope scope,
        Waiting waiting,
        String typed,
        String category,
        String department,
        String source,
        int depth,
        String unit) {

    /// Everything a person may see in a view.
    public static CaseFilter of(CaseView view, Scope scope, Waiting waiting) {
        return new CaseFilter(view, scope, waiting, "", "", "", "", 0, "");
    }
}
