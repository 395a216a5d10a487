package city.gewu.screen.store;

import city.gewu.people.Scope;
import city.gewu.people.Scope.Part;
import java.util.List;
import java.util.Map;

/// The part of the city a screen shows: what its viewer may see, without the viewer's own reports,
/// so that viewers of one area share one answer.
public record Ground(boolean all, List<Part> parts) {

    public Ground {
        parts = List.copyOf(parts);
    }

    public static Ground of(Scope scope) {
        return new Ground(scope.all(), scope.parts());
    }

    Map<String, Object> values() {
        return Map.of(
                "all",
                all,
                "departments",
                parts.stream().map(Part::department).toArray(String[]::new),
                "depths",
                parts.stream().map(part -> part.area().depth()).toArray(Integer[]::new),
                "units",
                parts.stream().map(part -> part.area().unit()).toArray(String[]::new));
    }
}
