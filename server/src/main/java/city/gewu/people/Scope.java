package city.gewu.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// What of the city's records somebody may see (数据范围): everything, or some parts, and always what
/// the person reported. A post that works for an organisation shows what concerns that organisation
/// and those under it; any other post shows the ground it counts for.
///
/// @param person id of the person, whose own reports are in sight
/// @param parts empty when all is in sight, and for those who see only their own
public record Scope(boolean all, String person, List<Part> parts) {

    public Scope {
        parts = List.copyOf(parts);
    }

    /// @param department an organisation that a record must concern, or empty text for any
    public record Part(String department, Area area) {}

    public static Scope of(Actor actor, People people) {
        var parts = new ArrayList<Part>();
        for (Mandate mandate : actor.mandates()) {
            switch (mandate.post().sight()) {
                case AREA -> parts.add(new Part("", mandate.area()));
                case ORGANISATION -> {
                    for (Department department : people.listUnder(mandate.department())) {
                        parts.add(new Part(department.code(), mandate.area()));
                    }
                }
                case OWN -> {}
            }
        }
        boolean all =
                parts.stream()
                        .anyMatch(part -> part.department().isEmpty() && part.area().isCity());
        return new Scope(all, actor.id(), all ? List.of() : parts);
    }

    /// Whether a record is in sight.
    ///
    /// @param reporter who reported it
    /// @param departments organisations it concerns
    /// @param places code of the unit for each level of the city
    public boolean covers(String reporter, Collection<String> departments, List<String> places) {
        return all
                || reporter.equals(person)
                || parts.stream()
                        .anyMatch(part ->
                                (part.department().isEmpty()
                                                || departments.contains(part.department()))
                                        && part.area().holds(places));
    }

    /// Whether all records of an organisation are in sight.
    public boolean coversDepartment(String department) {
        return all
                || parts.stream()
                        .anyMatch(part ->
                                part.area().isCity() && part.department().equals(department));
    }

    /// Whether all records of a place are in sight.
    ///
    /// @param places code of the unit for each level of the city, down to the place
    public boolean coversUnits(List<String> places) {
        return covers("", List.of(), places);
    }
}
