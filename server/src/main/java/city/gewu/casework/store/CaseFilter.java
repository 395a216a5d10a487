package city.gewu.casework.store;

import city.gewu.casework.model.CaseView;
import city.gewu.casework.model.Waiting;
import city.gewu.people.Scope;

/// What a person wants to see of the cases they may see, and in which order.
///
/// @param scope what may be seen at all
/// @param waiting what the view of one's own shows
public record CaseFilter(
        CaseView view, Scope scope, Waiting waiting, Narrowing narrowing, Order order) {

    /// The order of a list.
    public enum Order {
        /// As the view has it: by time left, by the end, or the newest report first.
        USUAL,
        /// The newest report first.
        NEWEST,
        /// The oldest report first.
        OLDEST
    }

    /// Everything a person may see in a view.
    public static CaseFilter of(CaseView view, Scope scope, Waiting waiting) {
        return new CaseFilter(view, scope, waiting, Narrowing.NONE, Order.USUAL);
    }
}
