package city.gewu.territory;

import java.util.List;

/// The units that hold a point: one code for each level of the city, in the order of depth; empty
/// text where none is known. Codes, never names: a retired code keeps its meaning.
public record Place(List<String> units) {

    public Place {
        units = List.copyOf(units);
    }

    /// The unit of the level with this depth, or empty text.
    public String unit(int depth) {
        return depth <= units.size() ? units.get(depth - 1) : "";
    }
}
