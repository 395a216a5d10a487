package city.gewu.territory.web;

import city.gewu.engine.spatial.TileAddress;
import city.gewu.platform.Needs;
import city.gewu.platform.OpenToAll;
import city.gewu.platform.Right;
import city.gewu.territory.tile.TileSource;
import city.gewu.territory.usecase.TerritoryMemory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The base map and the units of each level as vector tiles.
@RestController
@Needs(Right.BASICS)
class TileController {

    private static final MediaType VECTOR_TILE =
            MediaType.parseMediaType("application/vnd.mapbox-vector-tile");

    private final TerritoryMemory memory;
    private final TileSource tiles;

    TileController(TerritoryMemory memory, TileSource tiles) {
        this.memory = memory;
        this.tiles = tiles;
    }

    /// The same map that hangs at every bus stop; the apps of the street need it before a sign-in.
    @OpenToAll("A place is pointed out on the map without an account.")
    @GetMapping("/tiles/base/{z}/{x}/{y}.mvt")
    ResponseEntity<byte[]> baseTile(@PathVariable int z, @PathVariable int x, @PathVariable int y) {
        return tile("base", z, x, y);
    }

    /// Clients keep a tile and ask each time whether it still holds: a changed border is seen at
    /// once, an unchanged tile costs no bytes.
    @GetMapping("/tiles/{layer}/{z}/{x}/{y}.mvt")
    ResponseEntity<byte[]> tile(
            @PathVariable String layer,
            @PathVariable int z,
            @PathVariable int x,
            @PathVariable int y) {
        var city = memory.getSnapshot();
        byte[] tile = tiles.tile(city, layer, new TileAddress(z, x, y));
        var headers = new HttpHeaders();
        headers.setETag("\"" + TileSource.version(city) + "\"");
        headers.setCacheControl(CacheControl.noCache().cachePrivate());
        if (tile.length == 0) {
            return ResponseEntity.noContent().headers(headers).build();
        }
        return ResponseEntity.ok().headers(headers).contentType(VECTOR_TILE).body(tile);
    }
}
