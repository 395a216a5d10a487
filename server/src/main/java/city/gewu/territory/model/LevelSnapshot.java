package city.gewu.territory.model;

import city.gewu.engine.spatial.AreaIndex;
import city.gewu.territory.Level;
import city.gewu.territory.Place;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The units of one level in force on one day, by code, with the index that finds them.
public final class LevelSnapshot {

    private final Level level;
    private final List<UnitShape> units;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final AreaIndex index;

    LevelSnapshot(Level level, List<UnitShape> units) {
        this.level = level;
        this.units = units.stream().sorted(Comparator.comparing(UnitShape::code)).toList();
        for (int i = 0; i < this.units.size(); i++) {
            numbers.put(this.units.get(i).code(), i);
        }
        this.index = AreaIndex.of(this.units.stream().map(UnitShape::shape).toList());
    }

    public Level level() {
        return level;
    }

    public List<UnitShape> units() {
        return units;
    }

    public Optional<UnitShape> find(String code) {
        return Optional.ofNullable(numbers.get(code)).map(units::get);
    }

    /// Position in [#units()] of the unit that holds the point.
    OptionalInt findNumber(double longitude, double latitude) {
        int found = index.find(longitude, latitude);
        return found == AreaIndex.NONE ? OptionalInt.empty() : OptionalInt.of(found);
    }

    /// The place of each unit, in the order of [#units()]: itself and the units above it.
    List<Place> places(CitySnapshot city) {
        return units.stream().map(unit -> city.placeAbove(level, unit)).toList();
    }
}
