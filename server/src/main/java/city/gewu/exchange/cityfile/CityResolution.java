package city.gewu.exchange.cityfile;

import city.gewu.exchange.cityfile.WrittenCity.Name;
import city.gewu.exchange.cityfile.WrittenCity.WrittenDepartment;
import city.gewu.exchange.cityfile.WrittenCity.WrittenLevel;
import city.gewu.exchange.model.CitySettings;
import city.gewu.exchange.model.CitySettings.Scheme;
import city.gewu.people.Department;
import city.gewu.platform.Named;
import city.gewu.platform.RefusedException;
import city.gewu.territory.City;
import city.gewu.territory.Level;
import city.gewu.territory.Territory.UnitImport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Turns a written city file into settings; what is wrong is refused here, once, by its path in the
/// file.
final class CityResolution {

    private final Path file;

    CityResolution(Path file) {
        this.file = file;
    }

    CitySettings resolve(WrittenCity written) {
        var levels = levels(written.levels());
        return new CitySettings(
                file,
                city(written, levels),
                beside("calendar", written.calendar()),
                new Scheme(
                        written.catalogue().version(),
                        beside("catalogue.file", written.catalogue().file())),
                written.departments().stream().map(CityResolution::department).toList(),
                territory(written.levels()),
                written.cases().map(cases -> new CaseResolution(this, levels).resolve(cases)));
    }

    RefusedException bad(String path, String value, String advice) {
        return CityFileReader.bad(file, "says %s: (%s)".formatted(path, value), advice);
    }

    ZoneId zone(String path, String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw bad(path, text, "Name a time zone, for example Asia/Shanghai.");
        }
    }

    /// The constant of an enum, written in any case.
    <E extends Enum<E>> E constant(String path, String text, E[] all) {
        for (var constant : all) {
            if (constant.name().equalsIgnoreCase(text)) {
                return constant;
            }
        }
        throw bad(path, text, "Choose one of %s.".formatted(List.of(all)));
    }

    private City city(WrittenCity written, List<Level> levels) {
        var about = written.city();
        var centre = about.centre();
        if (centre.size() != 2 || Math.abs(centre.get(0)) > 180 || Math.abs(centre.get(1)) > 90) {
            throw bad("city.centre", centre.toString(), "Write [longitude, latitude] in degrees.");
        }
        return new City(
                about.code(),
                named(about.name()),
                zone("city.zone", about.zone()),
                levels,
                centre.get(0),
                centre.get(1),
                about.zoom(),
                false);
    }

    private List<Level> levels(List<WrittenLevel> written) {
        if (written.isEmpty()) {
            throw bad("levels", "[]", "Declare at least the whole city.");
        }
        var levels = new ArrayList<Level>();
        var codes = new HashSet<String>();
        for (var level : written) {
            if (!codes.add(level.code())) {
                throw bad("levels", level.code(), "Give every level a code of its own.");
            }
            var before = levels.isEmpty() ? "" : levels.getLast().code();
            var parent = level.parent().orElse(before);
            if (!parent.equals(before) && !codes.contains(parent)) {
                throw bad("levels.parent", parent, "Name a level that stands before this one.");
            }
            levels.add(new Level(levels.size() + 1, level.code(), named(level.name()), parent));
        }
        return levels;
    }

    private Map<String, UnitImport> territory(List<WrittenLevel> levels) {
        var imports = new LinkedHashMap<String, UnitImport>();
        for (var level : levels) {
            level.geojson()
                    .ifPresent(read -> {
                        checkDate(level.code(), read.effectiveOn());
                        imports.put(
                                level.code(),
                                new UnitImport(
                                        level.code(),
                                        "",
                                        read.crs(),
                                        read.code(),
                                        read.name().zh(),
                                        read.name().en(),
                                        read.parent(),
                                        read.effectiveOn()));
                    });
        }
        return imports;
    }

    private void checkDate(String level, String text) {
        try {
            LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw bad(
                    "levels.%s.geojson.effectiveOn".formatted(level),
                    text,
                    "Write a date as 2011-07-01.");
        }
    }

    private Path beside(String path, String name) {
        var found = file.resolveSibling(name);
        if (!Files.isRegularFile(found)) {
            throw bad(path, name, "Put that file beside the city file.");
        }
        return found;
    }

    private static Department department(WrittenDepartment written) {
        return new Department(
                written.code(), named(written.name()), written.parent().orElse(""), written.kind());
    }

    private static Named named(Name name) {
        return new Named(name.zh(), name.en());
    }

    /// Values of a map, each explained by a function that knows its path.
    static <T> Map<String, T> resolveValues(
            Map<String, String> written, Function<Map.Entry<String, String>, T> resolve) {
        var resolved = new LinkedHashMap<String, T>();
        written.entrySet().forEach(entry -> resolved.put(entry.getKey(), resolve.apply(entry)));
        return resolved;
    }
}
