package city.gewu.people;

import java.util.List;

/// The ground a post counts for (辖区): one unit of the city, or all of it.
///
/// @param level code of the level, or empty text for the whole city
/// @param unit code of the unit, or empty text for the whole city
/// @param depth depth of the level as the city declares it, 0 for the whole city
public record Area(String level, String unit, int depth) {

    public static final Area CITY = new Area("", "", 0);

    public boolean isCity() {
        return depth == 0;
    }

    /// Whether something lies in it.
    ///
    /// @param places code of the unit for each level of the city, or empty text where unknown
    public boolean holds(List<String> places) {
        return isCity() || (depth <= places.size() && places.get(depth - 1).equals(unit));
    }
}
