package city.gewu.territory.geojson;

import city.gewu.platform.RefusedException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads a GeoJSON FeatureCollection token by token: a feature takes memory for its coordinates
/// only, however the file is laid out and in whatever order its members come.
public final class GeoJsonReader {

    private final String file;
    private final JsonParser json;
    private final List<Feature> features = new ArrayList<>();
    private String type = "";
    private String crs = "";

    private GeoJsonReader(String file, JsonParser json) {
        this.file = file;
        this.json = json;
    }

    /// @throws RefusedException when the file is empty, not JSON (with line and column), not a
    ///   FeatureCollection, or a geometry is not one
    public static GeoFile read(String file, InputStream geoJson) {
        try (JsonParser json =
                JsonFactory.builder().build().createParser(ObjectReadContext.empty(), geoJson)) {
            return new GeoJsonReader(file, json).readAll();
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new RefusedException(
                    "territory.not-a-json-file",
                    "The file (%s) is not JSON at line (%d), column (%d): %s"
                            .formatted(
                                    file,
                                    at == null ? 0 : at.getLineNr(),
                                    at == null ? 0 : at.getColumnNr(),
                                    e.getOriginalMessage().lines().findFirst().orElse("")),
                    "Export the file again as GeoJSON; it may have been cut off.");
        }
    }

    private GeoFile readAll() {
        JsonToken first = json.nextToken();
        if (first == null) {
            throw missingFeatures("The file (%s) is empty.".formatted(file));
        }
        if (first != JsonToken.START_OBJECT) {
            throw notACollection("it begins with " + first.name());
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String member = json.currentName();
            JsonToken value = json.nextToken();
            switch (member) {
                case "type" -> type = json.getString();
                case "crs" -> readCrs();
                case "features" -> readFeatures(value);
                default -> json.skipChildren();
            }
        }
        if (!type.equals("FeatureCollection")) {
            throw notACollection("its type is (%s)".formatted(type));
        }
        if (features.isEmpty()) {
            throw missingFeatures("The file (%s) has no features.".formatted(file));
        }
        return new GeoFile(file, crs, List.copyOf(features));
    }

    /// `"crs": {"type": "name", "properties": {"name": "…"}}` of GeoJSON 2008, still written by GIS
    /// programs.
    private void readCrs() {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return;
        }
        int depth = 1;
        while (depth > 0) {
            JsonToken token = json.nextToken();
            if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
                depth++;
            } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
                depth--;
            } else if (token == JsonToken.VALUE_STRING
                    && depth == 2
                    && "name".equals(json.currentName())) {
                crs = json.getString();
            }
        }
    }

    private void readFeatures(JsonToken value) {
        if (value != JsonToken.START_ARRAY) {
            throw notACollection("its features are no list");
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            String where = "Feature %d of (%s)".formatted(features.size() + 1, file);
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw badGeometry(where, "it is no object");
            }
            features.add(readFeature(where));
        }
    }

    private Feature readFeature(String where) {
        Map<String, String> properties = new LinkedHashMap<>();
        String geometryType = "";
        CoordinateTree coordinates = new CoordinateTree.Many(List.of());
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String member = json.currentName();
            JsonToken value = json.nextToken();
            if (member.equals("properties") && value == JsonToken.START_OBJECT) {
                readProperties(properties);
            } else if (member.equals("geometry") && value == JsonToken.START_OBJECT) {
                while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                    String inner = json.currentName();
                    json.nextToken();
                    switch (inner) {
                        case "type" -> geometryType = json.getString();
                        case "coordinates" -> coordinates = readCoordinates(where);
                        default -> json.skipChildren();
                    }
                }
            } else {
                json.skipChildren();
            }
        }
        if (geometryType.isEmpty()) {
            throw badGeometry(where, "it has none");
        }
        String found = geometryType;
        var parts =
                CoordinateTree.parts(geometryType, coordinates)
                        .orElseThrow(() ->
                                badGeometry(
                                        where,
                                        "its coordinates do not make a (%s)".formatted(found)));
        return new Feature(where, properties, geometryType, parts);
    }

    private void readProperties(Map<String, String> into) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value.isStructStart()) {
                json.skipChildren();
            } else {
                into.put(name, value == JsonToken.VALUE_NULL ? "" : json.getString());
            }
        }
    }

    private CoordinateTree readCoordinates(String where) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw badGeometry(where, "its coordinates are no list");
        }
        JsonToken token = json.nextToken();
        if (token.isNumeric()) {
            double x = json.getDoubleValue();
            if (!json.nextToken().isNumeric()) {
                throw badGeometry(where, "a position has one number only (%s)".formatted(x));
            }
            double y = json.getDoubleValue();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                json.skipChildren();
            }
            return new CoordinateTree.At(x, y);
        }
        var items = new ArrayList<CoordinateTree>();
        while (token != JsonToken.END_ARRAY) {
            items.add(readCoordinates(where));
            token = json.nextToken();
        }
        return new CoordinateTree.Many(items);
    }

    private RefusedException notACollection(String why) {
        return new RefusedException(
                "territory.not-a-feature-collection",
                "The file (%s) is not a GeoJSON FeatureCollection: %s.".formatted(file, why),
                "Export the layer as a GeoJSON FeatureCollection.");
    }

    private static RefusedException missingFeatures(String detail) {
        return new RefusedException(
                "territory.missing-features", detail, "Export the layer again, with its features.");
    }

    private static RefusedException badGeometry(String where, String why) {
        return new RefusedException(
                "territory.bad-geometry",
                "%s has no usable geometry: %s.".formatted(where, why),
                "Repair the feature in your GIS and export the layer again.");
    }
}
