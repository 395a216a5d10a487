package city.gewu.demo.staffing;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// The units that some people share: `duty_grid`, `duty_grid/420802001` for those whose code begins
/// so, or empty text for the whole city.
///
/// @param units codes in order; one empty text for the whole city
record Beat(String level, List<String> units) {

    static Beat of(String place, Function<String, List<String>> unitsOfLevel) {
        if (place.isEmpty()) {
            return new Beat("", List.of(""));
        }
        int slash = place.indexOf('/');
        String level = slash < 0 ? place : place.substring(0, slash);
        String prefix = slash < 0 ? "" : place.substring(slash + 1);
        var units =
                unitsOfLevel.apply(level).stream().filter(code -> code.startsWith(prefix)).toList();
        if (units.isEmpty()) {
            throw new IllegalStateException("The demo city has no unit for the place " + place);
        }
        return new Beat(level, units);
    }

    /// What one of so many people gets: one unit each while there are enough people, else every so
    /// manieth unit.
    List<String> share(int person, int people) {
        return people >= units.size()
                ? List.of(units.get(person % units.size()))
                : IntStream.range(0, units.size())
                        .filter(unit -> unit % people == person)
                        .mapToObj(units::get)
                        .toList();
    }
}
