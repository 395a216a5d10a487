package city.gewu.component.file;

import city.gewu.component.Components.Format;
import city.gewu.component.model.ComponentRow;
import city.gewu.platform.RefusedException;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the rows of a file, whatever they say.
public final class ComponentFiles {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ComponentFiles() {}

    /// Refused with `component.unreadable-file` when it is not such a file.
    public static List<ComponentRow> read(String file, Format format, InputStream in) {
        try {
            return switch (format) {
                case GEOJSON -> features(file, JSON.readTree(in));
                case CSV -> records(in);
            };
        } catch (JacksonException | CsvParseException e) {
            throw unreadable(file, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ComponentRow> features(String file, JsonNode root) {
        var features = root.path("features");
        if (!features.isArray()) {
            throw unreadable(file, "it is no FeatureCollection");
        }
        var rows = new ArrayList<ComponentRow>();
        for (var feature : features) {
            var fields = new HashMap<String, String>();
            feature.path("properties")
                    .properties()
                    .forEach(one -> fields.put(one.getKey(), one.getValue().asString("")));
            var at = feature.path("geometry").path("coordinates");
            if (at.path(0).isNumber() && at.path(1).isNumber()) {
                fields.put("longitude", Double.toString(at.path(0).asDouble()));
                fields.put("latitude", Double.toString(at.path(1).asDouble()));
            }
            rows.add(new ComponentRow(rows.size() + 1, fields));
        }
        return rows;
    }

    private static List<ComponentRow> records(InputStream in) throws IOException {
        var rows = new ArrayList<ComponentRow>();
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder()
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            csv.forEach(record ->
                    rows.add(
                            new ComponentRow(
                                    rows.size() + 1, Map.copyOf(record.getFieldsAsMap()))));
        }
        return rows;
    }

    private static RefusedException unreadable(String file, String why) {
        return new RefusedException(
                "component.unreadable-file",
                "The file (%s) cannot be read as components: %s"
                        .formatted(file, why.lines().findFirst().orElse("")),
                "Export the components again as GeoJSON points or as CSV in UTF-8.");
    }
}
