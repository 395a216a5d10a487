package city.gewu.territory.geojson;

import city.gewu.engine.spatial.Gcj02;
import city.gewu.platform.RefusedException;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.Proj4jException;
import org.locationtech.proj4j.ProjCoordinate;

/// The coordinate system of a file (坐标系), and the way from it to WGS84 degrees.
///
/// @param declared whether somebody named it: the city file or the file itself
/// @param toWgs84 turns `x, y, x, y, …` into longitudes and latitudes
public record ReferenceSystem(String name, boolean declared, UnaryOperator<double[]> toWgs84) {

    private static final String WGS84 = "EPSG:4326";
    private static final Pattern EPSG = Pattern.compile("(?i).*\\bEPSG:+(?:[\\d.]*:)?(\\d{4,6})");

    /// @param requested by the city file, which wins; or empty text
    /// @param declared by the file itself, or empty text
    public static ReferenceSystem of(String requested, String declared) {
        String name = requested.isBlank() ? declared : requested;
        if (name.isBlank()) {
            return new ReferenceSystem(WGS84, false, UnaryOperator.identity());
        }
        String upper = name.strip().toUpperCase(Locale.ROOT);
        if (upper.contains("CRS84") || upper.equals("WGS84") || upper.equals("CGCS2000")) {
            return new ReferenceSystem(name, true, UnaryOperator.identity());
        }
        if (upper.startsWith("GCJ")) {
            return new ReferenceSystem(name, true, each(Gcj02::toWgs84));
        }
        var epsg = EPSG.matcher(upper);
        if (!epsg.matches()) {
            throw unknown(name, "it is no EPSG code");
        }
        String code = "EPSG:" + epsg.group(1);
        if (code.equals(WGS84) || code.equals("EPSG:4490")) {
            return new ReferenceSystem(name, true, UnaryOperator.identity());
        }
        return new ReferenceSystem(name, true, each(projection(code)));
    }

    @FunctionalInterface
    private interface Step {
        double[] apply(double x, double y);
    }

    private static UnaryOperator<double[]> each(Step step) {
        return line -> {
            var moved = new double[line.length];
            for (int i = 0; i < line.length; i += 2) {
                double[] at = step.apply(line[i], line[i + 1]);
                moved[i] = at[0];
                moved[i + 1] = at[1];
            }
            return moved;
        };
    }

    private static Step projection(String code) {
        try {
            var systems = new CRSFactory();
            var transform =
                    new CoordinateTransformFactory()
                            .createTransform(
                                    systems.createFromName(code), systems.createFromName(WGS84));
            return (x, y) -> step(transform, x, y);
        } catch (Proj4jException e) {
            throw unknown(code, String.valueOf(e.getMessage()));
        }
    }

    /// A position far outside the system's own area has no degrees.
    private static double[] step(CoordinateTransform transform, double x, double y) {
        var to = new ProjCoordinate();
        try {
            transform.transform(new ProjCoordinate(x, y), to);
            return new double[] {to.x, to.y};
        } catch (Proj4jException e) {
            return new double[] {Double.NaN, Double.NaN};
        }
    }

    private static RefusedException unknown(String name, String why) {
        return new RefusedException(
                "territory.bad-crs",
                "The coordinate system (%s) is not known: %s.".formatted(name, why),
                "Write an EPSG code such as EPSG:4326, EPSG:4490 or EPSG:2249, or GCJ-02.");
    }
}
