package city.gewu.engine.spatial;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A map tile in the Mapbox Vector Tile format 2.1 (矢量瓦片), written feature by feature.
///
/// Coordinates are whole numbers from the tile's north-west corner, [#EXTENT] to a side. One tile
/// belongs to one thread.
public final class VectorTile {

    public static final int EXTENT = 4096;

    /// What a feature's paths are, with the number the format gives it.
    public enum Kind {
        POINT(1),
        LINE(2),
        AREA(3);

        private final int code;

        Kind(int code) {
            this.code = code;
        }
    }

    private static final int MOVE_TO = 1;
    private static final int LINE_TO = 2;
    private static final int CLOSE_PATH = 7;

    private final Map<String, Layer> layers = new LinkedHashMap<>();

    /// The layer of this name, made when it is new.
    public Layer layer(String name) {
        return layers.computeIfAbsent(name, Layer::new);
    }

    /// The bytes of the tile; none when no layer has a feature.
    public byte[] encode() {
        var tile = new ProtoBytes();
        layers.values().stream()
                .filter(layer -> layer.features.length() > 0)
                .forEach(layer -> tile.message(3, layer.encode()));
        return tile.toByteArray();
    }

    /// Features of one name, sharing their words.
    public static final class Layer {

        private final String name;
        private final ProtoBytes features = new ProtoBytes();
        private final ProtoBytes feature = new ProtoBytes();
        private final ProtoBytes packed = new ProtoBytes();
        private final Map<String, Integer> keys = new LinkedHashMap<>();
        private final Map<String, Integer> values = new LinkedHashMap<>();

        private Layer(String name) {
            this.name = name;
        }

        /// @param paths `x, y, x, y, …`: points, lines, or rings without their closing position,
        ///   outer rings clockwise as seen on the map, each followed by its holes the other way
        public void add(Kind kind, List<int[]> paths, Map<String, String> properties) {
            feature.clear();
            packed.clear();
            properties.forEach((key, value) -> {
                packed.varint(number(keys, key));
                packed.varint(number(values, value));
            });
            feature.message(2, packed);
            feature.number(3, kind.code);
            packed.clear();
            if (kind == Kind.POINT) {
                writePoints(paths);
            } else {
                writePaths(paths, kind == Kind.AREA);
            }
            feature.message(4, packed);
            features.message(2, feature);
        }

        private void writePoints(List<int[]> paths) {
            int count = paths.stream().mapToInt(path -> path.length / 2).sum();
            packed.varint(((long) count << 3) | MOVE_TO);
            int x = 0;
            int y = 0;
            for (int[] path : paths) {
                for (int i = 0; i < path.length; i += 2) {
                    packed.zigzag(path[i] - x);
                    packed.zigzag(path[i + 1] - y);
                    x = path[i];
                    y = path[i + 1];
                }
            }
        }

        private void writePaths(List<int[]> paths, boolean close) {
            int x = 0;
            int y = 0;
            for (int[] path : paths) {
                packed.varint((1 << 3) | MOVE_TO);
                for (int i = 0; i < path.length; i += 2) {
                    if (i == 2) {
                        packed.varint(((long) (path.length / 2 - 1) << 3) | LINE_TO);
                    }
                    packed.zigzag(path[i] - x);
                    packed.zigzag(path[i + 1] - y);
                    x = path[i];
                    y = path[i + 1];
                }
                if (close) {
                    packed.varint((1 << 3) | CLOSE_PATH);
                }
            }
        }

        private ProtoBytes encode() {
            var layer = new ProtoBytes();
            layer.number(15, 2);
            layer.text(1, name);
            layer.append(features);
            keys.keySet().forEach(key -> layer.text(3, key));
            var value = new ProtoBytes();
            for (String text : values.keySet()) {
                value.clear();
                value.text(1, text);
                layer.message(4, value);
            }
            layer.number(5, EXTENT);
            return layer;
        }

        private static int number(Map<String, Integer> words, String word) {
            Integer known = words.get(word);
            if (known != null) {
                return known;
            }
            words.put(word, words.size());
            return words.size() - 1;
        }
    }
}
