package city.gewu.territory.tile;

import city.gewu.engine.spatial.TileAddress;
import city.gewu.territory.model.CitySnapshot;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Tiles of the city's map, drawn from the snapshot when first asked for and kept while room lasts.
@Component
public class TileSource {

    /// The layer that is not a level of the city.
    private static final String BASE = "base";

    private static final long ROOM_BYTES = 48L << 20;

    private final Map<String, byte[]> tiles = new LinkedHashMap<>(256, 0.75f, true);
    private final Map<String, TileSheet> sheets = new HashMap<>();
    private String version = "";
    private long bytes;

    /// The tile's bytes, none when it shows nothing. Refused with `territory.unknown-level` when
    /// the layer is neither `base` nor a level of the city.
    ///
    /// @param layer `base` or the code of a level
    public byte[] tile(CitySnapshot city, String layer, TileAddress address) {
        String key = layer + address;
        TileSheet sheet;
        synchronized (this) {
            forgetOthersThan(version(city));
            byte[] known = tiles.get(key);
            if (known != null) {
                return known;
            }
            sheet = sheets.computeIfAbsent(layer, _ -> sheet(city, layer));
        }
        byte[] drawn = sheet.draw(address);
        keep(version(city), key, drawn);
        return drawn;
    }

    /// Changes whenever any tile of the city may have changed.
    public static String version(CitySnapshot city) {
        return "%d-%s".formatted(city.revision(), city.day());
    }

    private static TileSheet sheet(CitySnapshot city, String layer) {
        return layer.equals(BASE) ? SheetMaker.base(city) : SheetMaker.units(city.level(layer));
    }

    private void forgetOthersThan(String current) {
        if (!version.equals(current)) {
            tiles.clear();
            sheets.clear();
            bytes = 0;
            version = current;
        }
    }

    private synchronized void keep(String drawnFrom, String key, byte[] drawn) {
        if (!drawnFrom.equals(version)) {
            return;
        }
        byte[] before = tiles.put(key, drawn);
        bytes += drawn.length - (before == null ? 0 : before.length);
        Iterator<byte[]> eldest = tiles.values().iterator();
        while (bytes > ROOM_BYTES && eldest.hasNext()) {
            bytes -= eldest.next().length;
            eldest.remove();
        }
    }
}
