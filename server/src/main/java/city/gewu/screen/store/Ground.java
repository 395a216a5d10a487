package city.gewu.screen.store;

import city.gewu.people.Scope;
import city.gewu.people.Scope.Part;
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
        var where = new Where();
        if (all) {
            return where;
        }
        where.and(
                """
                exists (
                    select 1
                    from unnest(:seenDepartments::text[], :seenDepths::int[], :seenUnits::text[])
                      as seen (department, depth, unit)
                    where (seen.department = ''
                        or seen.department = f.department
                        or seen.department = any(f.assisting))
                      and (seen.depth = 0 or f.places[seen.depth] = seen.unit))\
                """,
                "seenDepartments",
                parts.stream().map(Part::department).toArray(String[]::new));
        where.values()
                .put(
                        "seenDepths",
                        parts.stream().map(part -> part.area().depth()).toArray(Integer[]::new));
        where.values()
                .put(
                        "seenUnits",
                        parts.stream().map(part -> part.area().unit()).toArray(String[]::new));
        return where;
    }
}
