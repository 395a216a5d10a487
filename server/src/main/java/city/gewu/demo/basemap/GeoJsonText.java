package city.gewu.demo.basemap;

import city.gewu.demo.plan.Ground.Spot;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes a FeatureCollection, for the same door that a city's own files come in through.
public final class GeoJsonText {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final JsonGenerator json =
            JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), bytes);

    public GeoJsonText() {
        json.writeStartObject();
        json.writeStringProperty("type", "FeatureCollection");
        json.writeArrayPropertyStart("features");
    }

    /// @param rings the outer ring, then holes; left open
    public void addPolygon(Map<String, String> properties, List<List<Spot>> rings) {
        start(properties, "Polygon");
        json.writeStartArray();
        for (var ring : rings) {
            json.writeStartArray();
            ring.forEach(this::write);
            write(ring.getFirst());
            json.writeEndArray();
        }
        json.writeEndArray();
        end();
    }

    public void addLine(Map<String, String> properties, List<Spot> line) {
        start(properties, "LineString");
        json.writeStartArray();
        line.forEach(this::write);
        json.writeEndArray();
        end();
    }

    public void addPoint(Map<String, String> properties, Spot spot) {
        start(properties, "Point");
        write(spot);
        end();
    }

    public InputStream finish() {
        json.writeEndArray();
        json.writeEndObject();
        json.close();
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private void start(Map<String, String> properties, String type) {
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeObjectPropertyStart("properties");
        properties.forEach(json::writeStringProperty);
        json.writeEndObject();
        json.writeObjectPropertyStart("geometry");
        json.writeStringProperty("type", type);
        json.writeName("coordinates");
    }

    private void end() {
        json.writeEndObject();
        json.writeEndObject();
    }

    private void write(Spot spot) {
        json.writeStartArray();
        json.writeNumber(spot.longitude());
        json.writeNumber(spot.latitude());
        json.writeEndArray();
    }
}
