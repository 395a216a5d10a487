package city.gewu.demo.usecase;

import city.gewu.demo.book.Table;
import city.gewu.people.Department;
import city.gewu.platform.Named;
import city.gewu.territory.City;
import city.gewu.territory.Level;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The city file of the demo city, as the program brings it.
record CityFile(City city, List<Department> departments, String schemeVersion) {

    static CityFile read() {
        try (var yaml = Table.open("city.yaml")) {
            var file = YAMLMapper.builder().build().readTree(yaml);
            return new CityFile(
                    city(file),
                    file.get("departments").valueStream().map(CityFile::department).toList(),
                    text(file.get("catalogue"), "version"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static City city(JsonNode file) {
        var about = file.get("city");
        return new City(
                text(about, "code"),
                name(about),
                ZoneId.of(text(about, "zone")),
                levels(file.get("levels")),
                about.get("centre").get(0).asDouble(),
                about.get("centre").get(1).asDouble(),
                about.get("zoom").asDouble(),
                true);
    }

    private static List<Level> levels(JsonNode written) {
        var levels = new ArrayList<Level>();
        written.forEach(level -> {
            var above = levels.isEmpty() ? "" : levels.getLast().code();
            levels.add(
                    new Level(
                            levels.size() + 1,
                            text(level, "code"),
                            name(level),
                            level.has("parent") ? text(level, "parent") : above));
        });
        return levels;
    }

    private static Department department(JsonNode written) {
        return new Department(
                text(written, "code"),
                name(written),
                written.has("parent") ? text(written, "parent") : "",
                text(written, "kind"));
    }

    private static Named name(JsonNode of) {
        return new Named(text(of.get("name"), "zh"), text(of.get("name"), "en"));
    }

    private static String text(JsonNode of, String key) {
        return of.get(key).asString();
    }
}
