package city.gewu.casework.store;

import city.gewu.people.Scope;
import city.gewu.people.Scope.Part;
import city.gewu.platform.Where;

/// Narrows a statement over `casework.case_file f` to what somebody may see.
final class ScopeFilter {

    private ScopeFilter() {}

    static Where narrow(Where where, Scope scope) {
        if (scope.all()) {
            return where;
        }
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
        var parts = scope.parts();
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
}
