package city.gewu.people.model;

import city.gewu.people.Department;
import city.gewu.platform.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Adds organisations to a tree in whatever order they come: one that does not fit yet is tried
/// again after the others.
public final class TreeGrowth {

    private final OrganisationTree tree;
    private final Map<String, Department> saved = new LinkedHashMap<>();

    public TreeGrowth(OrganisationTree tree) {
        this.tree = tree;
    }

    /// An organisation that fits nowhere.
    public record Misfit(Department department, Refusal why) {}

    /// @return those that do not fit, in the order they came
    public List<Misfit> growBy(Collection<Department> wanted) {
        var rest = new ArrayList<>(wanted);
        boolean grew = true;
        while (grew && !rest.isEmpty()) {
            grew = rest.removeIf(this::fits);
            // Chains written from the leaf up are taken in one pass from behind.
            Collections.reverse(rest);
            grew |= rest.removeIf(this::fits);
            Collections.reverse(rest);
        }
        // Those that stand in each other's way are told so as if each stood where it wants.
        var whole = new OrganisationTree(tree.list());
        rest.forEach(whole::put);
        return rest.stream()
                .map(one ->
                        new Misfit(
                                one,
                                whole.findRefusal(one)
                                        .or(() -> tree.findRefusal(one))
                                        .orElseThrow()))
                .toList();
    }

    private boolean fits(Department wanted) {
        if (tree.findRefusal(wanted).isPresent()) {
            return false;
        }
        tree.put(wanted);
        saved.put(wanted.code(), wanted);
        return true;
    }

    public List<Department> listSaved() {
        return List.copyOf(saved.values());
    }
}
