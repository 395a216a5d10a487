package city.gewu.territory;

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

/// A file of things that stand at a point (点位文件): points in GeoJSON, or CSV in UTF-8 whose columns
/// `longitude` and `latitude` are WGS84 degrees.
public final class PointFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PointFile() {}

    /// How it is written.
    public enum Format {
        GEOJSON,
        CSV
    }

    /// A row, as text.
    ///
    /// @param row its number, from 1
    public record Row(int row, Map<String, String> fields) {

        public Row {
            fields = Map.copyOf(fields);
        }

        /// The field without blanks around it, or empty text.
        public String field(String name) {
            return fields.getOrDefault(name, "").strip();
        }

        /// Throws `NumberFormatException` when the field is no number.
        public double number(String name) {
            return Double.parseDouble(field(name));
        }

        /// Whether it has a position, and that lies there.
        public boolean isOn(Ground ground) {
            try {
                return ground.holds(number("longitude"), number("latitude"));
            } catch (NumberFormatException e) {
                return false;
            }
        }
    }

    /// Says whether a point lies there; WGS84 degrees.
    @FunctionalInterface
    public interface Ground {
        boolean holds(double longitude, double latitude);
    }

    /// The file is not of its format.
    public static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final String why;

        private Unreadable(String why) {
            super(why);
            this.why = why.lines().findFirst().orElse("");
        }

        /// One line.
        public String why() {
            return why;
        }
    }

    /// The rows of the file, whatever they say.
    public static List<Row> read(Format format, InputStream in) throws Unreadable {
        try {
            return switch (format) {
                case GEOJSON -> features(JSON.readTree(in));
                case CSV -> records(in);
            };
        } catch (JacksonException | CsvParseException e) {
            throw new Unreadable(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Row> features(JsonNode root) throws Unreadable {
        var features = root.path("features");
        if (!features.isArray()) {
            throw new Unreadable("it is no FeatureCollection");
        }
        var rows = new ArrayList<Row>();
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
            rows.add(new Row(rows.size() + 1, fields));
        }
        return rows;
    }

    private static List<Row> records(InputStream in) throws IOException {
        var rows = new ArrayList<Row>();
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder()
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            csv.forEach(record ->
                    rows.add(new Row(rows.size() + 1, Map.copyOf(record.getFieldsAsMap()))));
        }
        return rows;
    }
}
