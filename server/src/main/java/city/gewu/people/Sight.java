package city.gewu.people;

import city.gewu.people.Scope.Part;
import city.gewu.platform.Where;
import java.util.List;

/// The condition of sight in SQL: a [Scope] said as a filter of a statement, so that a list is
/// narrowed where it is read. The rows are those of a table or view under the name `f`, whose
/// `places` holds the code of the unit for each level of the city.
public final class Sight {

    private static final String ANY_PART =
            """
            exists (
                select 1
                from unnest(:seenDepartments::text[], :seenDepths::int[], :seenUnits::text[])
                  as seen (department, depth, unit)
                where (seen.department = ''
                    or seen.department = f.department
                    or seen.department = any(f.assisting))
                  and (seen.depth = 0 or f.places[seen.depth] = seen.unit))\
            """;

    private static final String OWN_OR_ANY_PART = "(f.reporter = :seenBy or " + ANY_PART + ")";

    /// What the condition of the parts implies when each names an organisation, in words that have
    /// an index each: one organisation among many then reads its own records and no others.
    private static final String CONCERNED =
            """
            (f.reporter = :seenBy
              or f.department = any(:concerned)
              or (f.assisting <> '{}' and f.assisting && :concerned::text[]))\
            """;

    private static final String ANY_GROUND =
            """
            exists (
                select 1
                from unnest(:seenDepths::int[], :seenUnits::text[]) as seen (depth, unit)
                where seen.depth = 0 or f.places[seen.depth] = seen.unit)\
            """;

    private Sight() {}

    /// Narrows rows with `reporter`, `department`, `assisting` and `places` to what is in sight, as
    /// [Scope#covers] says it.
    public static Where narrow(Where where, Scope scope) {
        var parts = scope.parts();
        if (scope.all()) {
            return where;
        }
        if (parts.isEmpty()) {
            return where.and("f.reporter = :seenBy", "seenBy", scope.person());
        }
        if (parts.stream().noneMatch(part -> part.department().isEmpty())) {
            where.and(
                    CONCERNED,
                    "concerned",
                    parts.stream().map(Part::department).distinct().toArray(String[]::new));
        }
        where.and(OWN_OR_ANY_PART, "seenBy", scope.person());
        return bind(where, parts);
    }

    /// The same without what the person reported, for rows with `department`, `assisting` and
    /// `places`.
    public static Where narrowToParts(Where where, boolean all, List<Part> parts) {
        if (all) {
            return where;
        }
        where.and(ANY_PART, "seenDepartments", departments(parts));
        return bind(where, parts);
    }

    /// For rows that concern no organisation yet and have nothing but `places`: what lies on the
    /// ground in sight, as [Scope#coversUnits] says it.
    public static Where narrowToGround(Where where, Scope scope) {
        if (scope.all()) {
            return where;
        }
        var parts = scope.parts().stream().filter(part -> part.department().isEmpty()).toList();
        where.and(ANY_GROUND, "seenDepths", depths(parts));
        where.values().put("seenUnits", units(parts));
        return where;
    }

    private static Where bind(Where where, List<Part> parts) {
        where.values().put("seenDepartments", departments(parts));
        where.values().put("seenDepths", depths(parts));
        where.values().put("seenUnits", units(parts));
        return where;
    }

    private static String[] departments(List<Part> parts) {
        return parts.stream().map(Part::department).toArray(String[]::new);
    }

    private static Integer[] depths(List<Part> parts) {
        return parts.stream().map(part -> part.area().depth()).toArray(Integer[]::new);
    }

    private static String[] units(List<Part> parts) {
        return parts.stream().map(part -> part.area().unit()).toArray(String[]::new);
    }
}
