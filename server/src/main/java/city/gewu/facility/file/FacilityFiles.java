package city.gewu.facility.file;

import city.gewu.facility.Facilities.FileFormat;
import city.gewu.facility.model.FacilityRow;
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
public final class FacilityFiles {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FacilityFiles() {}

    /// Refused with `facility.unreadable-file` when it is not such a file.
    public static List<FacilityRow> read(String file, FileFormat format, InputStream in) {
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

    private static List<FacilityRow> features(String file, JsonNode root) {
        var features = root.path("features");
        if (!features.isArray()) {
            throw unreadable(file, "it is no FeatureCollection");
        }
        var rows = new ArrayList<FacilityRow>();
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
            rows.add(new FacilityRow(rows.size() + 1, fields));
        }
        return rows;
    }

    private static List<FacilityRow> records(InputStream in) throws IOException {
        var rows = new ArrayList<FacilityRow>();
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder()
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            csv.forEach(record ->
                    rows.add(
                            new FacilityRow(rows.size() + 1, Map.copyOf(record.getFieldsAsMap()))));
        }
        return rows;
    }

    private static RefusedException unreadable(String file, String why) {
        return new RefusedException(
                "facility.unreadable-file",
                "The file (%s) cannot be read as facilities: %s"
                        .formatted(file, why.lines().findFirst().orElse("")),
                "Export the facilities again as GeoJSON points or as CSV in UTF-8.");
    }
}
