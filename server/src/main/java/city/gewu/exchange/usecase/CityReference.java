package city.gewu.exchange.usecase;

import city.gewu.casework.Position;
import city.gewu.catalogue.MinorCategory;
import city.gewu.exchange.model.Reference;
import city.gewu.exchange.model.Template;
import city.gewu.people.Department;
import city.gewu.territory.Place;
import city.gewu.territory.Territory;
import city.gewu.territory.TerritoryUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the city knows, looked up once for a whole import.
final class CityReference implements Reference {

    private final Territory territory;
    private final Map<String, Set<String>> units = new HashMap<>();
    private final Set<String> departments;
    private final Set<String> categories = new HashSet<>();
    private final Map<List<String>, String> names = new HashMap<>();
    private final Set<List<String>> ambiguous = new HashSet<>();
    private final int depth;
    private final String wholeCity;
    private boolean hasAreas;

    CityReference(
            Territory territory, List<MinorCategory> categories, List<Department> departments) {
        this.territory = territory;
        this.departments = departments.stream().map(Department::code).collect(Collectors.toSet());
        categories.forEach(this::learn);
        ambiguous.forEach(names::remove);
        var levels = territory.getCity().levels();
        for (var level : levels) {
            var listed = territory.listUnits(level.code());
            units.put(
                    level.code(),
                    listed.stream().map(TerritoryUnit::code).collect(Collectors.toSet()));
            // The city itself is listed even before its outline is known.
            hasAreas |= listed.stream().anyMatch(unit -> unit.areaM2() > 0);
        }
        this.depth = levels.size();
        var top = unitsOf(levels.getFirst().code());
        this.wholeCity = top.size() == 1 ? top.iterator().next() : "";
    }

    @Override
    public Optional<String> findCategory(List<String> written) {
        if (written.size() == 1 && categories.contains(written.getFirst())) {
            return Optional.of(written.getFirst());
        }
        return Optional.ofNullable(names.get(written.stream().map(CityReference::plain).toList()));
    }

    @Override
    public boolean hasCategory(String code) {
        return categories.contains(code);
    }

    @Override
    public boolean hasDepartment(String code) {
        return departments.contains(code);
    }

    @Override
    public int depth() {
        return depth;
    }

    @Override
    public boolean hasUnits(String level) {
        return !unitsOf(level).isEmpty();
    }

    @Override
    public boolean hasUnit(String level, String code) {
        return unitsOf(level).contains(code);
    }

    @Override
    public String wholeCity() {
        return wholeCity;
    }

    @Override
    public boolean hasAreas() {
        return hasAreas;
    }

    @Override
    public Optional<Place> findPlace(Position position) {
        return territory.findPlace(position.longitude(), position.latitude());
    }

    @Override
    public Optional<Place> findPlaceOf(String level, String code) {
        return hasUnit(level, code) ? territory.findPlaceOf(level, code) : Optional.empty();
    }

    private Set<String> unitsOf(String level) {
        return units.getOrDefault(level, Set.of());
    }

    /// A name that two categories share says nothing.
    private void learn(MinorCategory category) {
        categories.add(category.code());
        for (var major : List.of(category.major().zh(), category.major().en())) {
            for (var minor : List.of(category.name().zh(), category.name().en())) {
                learn(List.of(plain(major), plain(minor)), category.code());
            }
        }
        for (var minor : List.of(category.name().zh(), category.name().en())) {
            learn(List.of(plain(minor)), category.code());
        }
    }

    private void learn(List<String> name, String code) {
        var earlier = names.putIfAbsent(name, code);
        if (earlier != null && !earlier.equals(code)) {
            ambiguous.add(name);
        }
    }

    private static String plain(String name) {
        return Template.squeeze(name).toLowerCase(Locale.ROOT);
    }
}
