package city.gewu.exchange.model;

import city.gewu.people.Department;
import city.gewu.territory.City;
import city.gewu.territory.Territory.UnitImport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A city file whose every key was checked.
///
/// @param territory how a level's units are read, by level code; `file` is filled in at the import
/// @param cases empty when the city has no export to read
public record CitySettings(
        Path file,
        City city,
        Path calendar,
        Scheme scheme,
        List<Department> departments,
        Map<String, UnitImport> territory,
        Optional<CaseMapping> cases) {

    public CitySettings {
        departments = List.copyOf(departments);
        territory = Map.copyOf(territory);
    }

    public record Scheme(String version, Path file) {}
}
