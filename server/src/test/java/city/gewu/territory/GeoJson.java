package city.gewu.territory;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Writes small GeoJSON files for tests. One field of the board is 0.01 degrees wide.
public final class GeoJson {

    private final List<String> features = new ArrayList<>();

    /// A rectangle from one corner of the board to another.
    public GeoJson box(String code, int left, int bottom, int right, int top) {
        return ring(
                code,
                "[%s,%s,%s,%s,%s]"
                        .formatted(
                                corner(left, bottom),
                                corner(right, bottom),
                                corner(right, top),
                                corner(left, top),
                                corner(left, bottom)));
    }

    public GeoJson ring(String code, String positions) {
        return feature(
                "\"code\":\"%s\",\"name\":\"名%s\",\"up\":\"%s\""
                        .formatted(code, code, code.substring(0, code.length() - 1)),
                "{\"type\":\"Polygon\",\"coordinates\":[%s]}".formatted(positions));
    }

    public GeoJson feature(String properties, String geometry) {
        features.add(
                "{\"type\":\"Feature\",\"properties\":{%s},\"geometry\":%s}"
                        .formatted(properties, geometry));
        return this;
    }

    public InputStream stream() {
        return stream(
                "{\"type\":\"FeatureCollection\",\"features\":[\n%s\n]}"
                        .formatted(String.join(",\n", features)));
    }

    public static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String corner(double x, double y) {
        return String.format(Locale.ROOT, "[%.9f,%.9f]", 112 + x / 100, 31 + y / 100);
    }
}
