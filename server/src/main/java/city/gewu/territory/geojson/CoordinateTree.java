package city.gewu.territory.geojson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The nested arrays of a GeoJSON `coordinates` member, before its type is known.
sealed interface CoordinateTree {

    record At(double x, double y) implements CoordinateTree {}

    record Many(List<CoordinateTree> items) implements CoordinateTree {}

    /// Parts and lines as the type nests them; empty when the arrays do not fit the type.
    static Optional<List<List<double[]>>> parts(String type, CoordinateTree tree) {
        return switch (type) {
            case "Point" -> line(new Many(List.of(tree))).map(line -> List.of(List.of(line)));
            case "LineString" -> line(tree).map(line -> List.of(List.of(line)));
            case "MultiLineString", "Polygon" ->
                    lines(tree)
                            .map(lines ->
                                    type.equals("Polygon")
                                            ? List.of(lines)
                                            : lines.stream().map(List::of).toList());
            case "MultiPolygon" -> polygons(tree);
            default -> Optional.empty();
        };
    }

    private static Optional<List<List<double[]>>> polygons(CoordinateTree tree) {
        if (!(tree instanceof Many(var items))) {
            return Optional.empty();
        }
        var found = new ArrayList<List<double[]>>();
        for (CoordinateTree item : items) {
            var lines = lines(item);
            if (lines.isEmpty()) {
                return Optional.empty();
            }
            found.add(lines.get());
        }
        return Optional.of(found);
    }

    private static Optional<List<double[]>> lines(CoordinateTree tree) {
        if (!(tree instanceof Many(var items))) {
            return Optional.empty();
        }
        var found = new ArrayList<double[]>();
        for (CoordinateTree item : items) {
            var line = line(item);
            if (line.isEmpty()) {
                return Optional.empty();
            }
            found.add(line.get());
        }
        return Optional.of(found);
    }

    private static Optional<double[]> line(CoordinateTree tree) {
        if (!(tree instanceof Many(var items))) {
            return Optional.empty();
        }
        var line = new double[items.size() * 2];
        for (int i = 0; i < items.size(); i++) {
            if (!(items.get(i) instanceof At(double x, double y))) {
                return Optional.empty();
            }
            line[2 * i] = x;
            line[2 * i + 1] = y;
        }
        return Optional.of(line);
    }
}
