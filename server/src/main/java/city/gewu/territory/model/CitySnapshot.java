package city.gewu.territory.model;

import city.gewu.platform.RefusedException;
import city.gewu.territory.City;
import city.gewu.territory.Level;
import city.gewu.territory.Place;
import city.gewu.territory.TerritoryUnit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The whole geography of a city as it is in force on one day: immutable, in memory, replaced
/// whole.
public final class CitySnapshot {

    private final long revision;
    private final LocalDate day;
    private final City city;
    private final List<BaseFeature> baseMap;
    private final Map<String, LevelSnapshot> levels = new LinkedHashMap<>();

    /// Levels with units, the one with the longest chain of parents first: its units name the most
    /// others.
    private final List<Searched> searchOrder = new ArrayList<>();

    private record Searched(LevelSnapshot level, List<Place> places) {}

    /// @param revision grows with every change of the geography
    public CitySnapshot(
            long revision,
            LocalDate day,
            City city,
            List<UnitShape> units,
            List<BaseFeature> baseMap) {
        this.revision = revision;
        this.day = day;
        this.city = city;
        this.baseMap = List.copyOf(baseMap);
        var byLevel = new HashMap<String, List<UnitShape>>();
        for (UnitShape unit : units) {
            byLevel.computeIfAbsent(unit.unit().level(), _ -> new ArrayList<>()).add(unit);
        }
        for (Level level : city.levels()) {
            levels.put(
                    level.code(),
                    new LevelSnapshot(level, byLevel.getOrDefault(level.code(), List.of())));
        }
        levels.values().stream()
                .filter(level -> !level.units().isEmpty())
                .sorted(
                        Comparator.<LevelSnapshot>comparingInt(level -> chainLength(level.level()))
                                .thenComparingInt(level -> level.level().depth())
                                .reversed())
                .forEach(level -> searchOrder.add(new Searched(level, level.places(this))));
    }

    public long revision() {
        return revision;
    }

    public LocalDate day() {
        return day;
    }

    public City city() {
        return city;
    }

    public List<BaseFeature> baseMap() {
        return baseMap;
    }

    /// Refused with `territory.unknown-level`.
    public LevelSnapshot level(String code) {
        LevelSnapshot level = levels.get(code);
        if (level == null) {
            throw new RefusedException(
                    "territory.unknown-level",
                    "The city (%s) has no level (%s); it has (%s)."
                            .formatted(city.code(), code, String.join(", ", levels.keySet())),
                    "Name one of its levels, or add the level to the city file.");
        }
        return level;
    }

    public Optional<LevelSnapshot> findLevel(String code) {
        return Optional.ofNullable(levels.get(code));
    }

    /// The finest level of the division, when this one stands beside it and is formed of its units,
    /// as duty grids are formed of unit grids.
    public Optional<LevelSnapshot> findPartsOf(String level) {
        return searchOrder.stream()
                .findFirst()
                .map(Searched::level)
                .filter(finest ->
                        !finest.level().code().equals(level) && !isAbove(level, finest.level()));
    }

    private boolean isAbove(String level, Level below) {
        Optional<Level> at = Optional.of(below);
        for (int steps = 0; at.isPresent() && steps <= levels.size(); steps++) {
            String parent = at.get().parent();
            if (parent.equals(level)) {
                return true;
            }
            at = findLevel(parent).map(LevelSnapshot::level);
        }
        return false;
    }

    public List<LevelSnapshot> levels() {
        return List.copyOf(levels.values());
    }

    public Optional<Place> findPlace(double longitude, double latitude) {
        Place found = null;
        for (Searched searched : searchOrder) {
            LevelSnapshot level = searched.level();
            if (found != null && knows(found, level.level().depth())) {
                continue;
            }
            var number = level.findNumber(longitude, latitude);
            if (number.isPresent()) {
                Place place = searched.places().get(number.getAsInt());
                found = found == null ? place : merged(found, place);
            }
        }
        return Optional.ofNullable(found);
    }

    public Optional<Place> findPlaceOf(String levelCode, String unitCode) {
        LevelSnapshot level = level(levelCode);
        if (isWholeCity(level) && unitCode.equals(city.code())) {
            return Optional.of(new Place(Arrays.asList(blankCodes())));
        }
        return level.find(unitCode).map(unit -> placeAbove(level.level(), unit));
    }

    public List<TerritoryUnit> listUnits(String levelCode) {
        LevelSnapshot level = level(levelCode);
        return isWholeCity(level)
                ? List.of(cityAsUnit(level))
                : level.units().stream().map(UnitShape::unit).toList();
    }

    public Optional<TerritoryUnit> findUnit(String levelCode, String unitCode) {
        LevelSnapshot level = level(levelCode);
        return isWholeCity(level) && unitCode.equals(city.code())
                ? Optional.of(cityAsUnit(level))
                : level.find(unitCode).map(UnitShape::unit);
    }

    /// Whether the level stands for the city itself, whose outline nobody imported.
    public static boolean isWholeCity(LevelSnapshot level) {
        return level.level().depth() == 1 && level.units().isEmpty();
    }

    /// The unit's place: itself and the chain of its parents.
    Place placeAbove(Level level, UnitShape unit) {
        String[] codes = blankCodes();
        Optional<LevelSnapshot> at = findLevel(level.code());
        Optional<UnitShape> next = Optional.of(unit);
        while (at.isPresent() && next.isPresent()) {
            codes[at.get().level().depth() - 1] = next.get().code();
            String parent = next.get().unit().parent();
            at = findLevel(at.get().level().parent());
            next = at.flatMap(above -> above.find(parent));
        }
        return new Place(Arrays.asList(codes));
    }

    private String[] blankCodes() {
        var codes = new String[city.levels().size()];
        Arrays.fill(codes, "");
        boolean outlined =
                levels.values().stream().anyMatch(l -> l.level().depth() == 1 && !isWholeCity(l));
        if (!outlined && codes.length > 0) {
            codes[0] = city.code();
        }
        return codes;
    }

    private TerritoryUnit cityAsUnit(LevelSnapshot level) {
        return new TerritoryUnit(level.level().code(), city.code(), city.name(), "", 0);
    }

    private int chainLength(Level level) {
        int length = 0;
        Optional<Level> at = Optional.of(level);
        while (at.isPresent() && length <= levels.size()) {
            length++;
            String parent = at.get().parent();
            at = findLevel(parent).map(LevelSnapshot::level);
        }
        return length;
    }

    private static boolean knows(Place place, int depth) {
        return !place.unit(depth).isEmpty();
    }

    private static Place merged(Place first, Place second) {
        var codes = new ArrayList<String>(first.units());
        for (int i = 0; i < codes.size(); i++) {
            if (codes.get(i).isEmpty()) {
                codes.set(i, second.units().get(i));
            }
        }
        return new Place(codes);
    }
}
