package city.gewu.screen.store;

import city.gewu.people.Scope;
import city.gewu.people.Scope.Part;
import city.gewu.people.Sight;
import city.gewu.platform.Where;
import java.util.List;

/// The part of the city a screen shows: what its viewer may see, without the viewer's own reports,
/// so that viewers of one area share one answer.
public record Ground(boolean all, List<Part> parts) {

    public Ground {
        parts = List.copyOf(parts);
    }

    public static Ground of(Scope scope) {
        return new Ground(scope.all(), scope.parts());
    }

    /// Narrows a statement over `casework.pub_case_now f` to this ground.
    Where filter() {
        return Sight.narrowToParts(new Where(), all, parts);
    }
}
