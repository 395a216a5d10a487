package city.gewu.territory.tile;

import city.gewu.engine.spatial.MapShape;
import java.util.Map;

/// Something a tile can show.
///
/// @param layer name of the layer inside the tile
/// @param fromZoom first zoom at which it is drawn
/// @param leastSize size in tile units below which it is left out as a speck
record TileFeature(
        String layer,
        int fromZoom,
        double leastSize,
        MapShape shape,
        Map<String, String> properties) {

    boolean isSeenAt(int zoom) {
        return zoom >= fromZoom && shape.sizeAt(zoom) >= leastSize;
    }
}
