package city.gewu.casework.store;

import city.gewu.people.Scope;
import city.gewu.people.Scope.Part;
import city.gewu.platform.Where;
import java.util.List;

/// Narrows a statement over `casework.case_file f` to what somebody may see.
final class ScopeFilter {

    private ScopeFilter() {}

    static Where narrow(Where where, Scope scope) {
        if (scope.all()) {
            return where;
        }
        var parts = scope.parts();
        if (parts.isEmpty()) {
            return where.and("f.reporter = :seenBy", "seenBy", scope.person());
        }
        concerning(where, parts);
        where.and(
                """
                (f.reporter = :seenBy
                  or exists (
                    select 1
                    from unnest(:seenDepartments::text[], :seenDepths::int[], :seenUnits::text[])
                      as seen (department, depth, unit)
                    where (seen.department = ''
                        or seen.department = f.department
                        or seen.department = any(f.assisting))
                      and (seen.depth = 0 or f.places[seen.depth] = seen.unit)))\
                """,
                "seenBy",
                scope.person());
        where.values()
                .put(
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

    /// What the condition of the parts implies when each names an organisation, in words that have
    /// an index each: one organisation among many then reads its own cases and no others.
    private static void concerning(Where where, List<Part> parts) {
        if (parts.stream().anyMatch(part -> part.department().isEmpty())) {
            return;
        }
        where.and(
                """
                (f.reporter = :seenBy
                  or f.department = any(:concerned)
                  or (f.assisting <> '{}' and f.assisting && :concerned::text[]))\
                """,
                "concerned",
                parts.stream().map(Part::department).distinct().toArray(String[]::new));
    }
}
