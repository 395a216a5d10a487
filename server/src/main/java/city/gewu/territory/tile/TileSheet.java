package city.gewu.territory.tile;

import city.gewu.engine.spatial.TileAddress;
import city.gewu.engine.spatial.VectorTile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.locationtech.jts.index.ItemVisitor;
import org.locationtech.jts.index.strtree.STRtree;

/// All features that one kind of tile is cut from, in the order they are drawn. Immutable.
final class TileSheet {

    /// Share of a tile around it in which features still matter, for wide lines.
    private static final double MARGIN = 1.0 / 16;

    private final List<TileFeature> features;
    private final STRtree tree = new STRtree();

    TileSheet(List<TileFeature> features) {
        this.features = List.copyOf(features);
        for (int i = 0; i < this.features.size(); i++) {
            tree.insert(this.features.get(i).shape().bounds(), i);
        }
        tree.build();
    }

    /// The tile's bytes; none when nothing lies there.
    byte[] draw(TileAddress address) {
        var found = new ArrayList<Integer>();
        ItemVisitor visitor =
                number -> {
                    if (features.get((Integer) number).isSeenAt(address.z())) {
                        found.add((Integer) number);
                    }
                };
        tree.query(address.worldBounds(MARGIN), visitor);
        Collections.sort(found);
        var tile = new VectorTile();
        for (int number : found) {
            TileFeature feature = features.get(number);
            feature.shape().drawInto(tile.layer(feature.layer()), address, feature.properties());
        }
        return tile.encode();
    }
}
