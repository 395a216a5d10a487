package city.gewu.casework.web;

import city.gewu.casework.store.TileStore;
import city.gewu.casework.store.TileStore.CasePoint;
import city.gewu.casework.store.TileStore.Look;
import city.gewu.people.Actor;
import city.gewu.people.People;
import city.gewu.people.Scope;
import city.gewu.people.SignedIn;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Cases on the map: the open ones, and those that ended in the last 30 days. From far away a tile
/// shows one case for each small square, so that it stays small however many there are.
@RestController
@Needs(Right.READ_CASES)
class CaseTileController {

    private static final MediaType VECTOR_TILE =
            MediaType.parseMediaType("application/vnd.mapbox-vector-tile");
    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final Duration FRESH = Duration.ofSeconds(10);

    /// From this zoom on every case is drawn, also those that stand on one spot.
    private static final int CLOSE = 15;

    private static final int CELLS = 64;
    private static final int MOST = 6000;

    private final TileStore tiles;
    private final People people;
    private final Clock clock;

    CaseTileController(TileStore tiles, People people, Clock clock) {
        this.tiles = tiles;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/tiles/cases/{z}/{x}/{y}.mvt")
    ResponseEntity<byte[]> tile(
            @PathVariable int z, @PathVariable int x, @PathVariable int y, @SignedIn Actor actor) {
        var tile = new CaseTile(z, x, y);
        var points = points(tile, actor);
        var caching = CacheControl.maxAge(FRESH).cachePrivate();
        if (points.isEmpty()) {
            return ResponseEntity.noContent().cacheControl(caching).build();
        }
        byte[] bytes = tile.encode(points);
        return ResponseEntity.ok()
                .contentType(VECTOR_TILE)
                .cacheControl(caching)
                .eTag(checksum(bytes))
                .body(bytes);
    }

    private List<CasePoint> points(CaseTile tile, Actor actor) {
        var now = clock.instant();
        var look = new Look(tile.box(), Scope.of(actor, people), now.minus(REMEMBERED), now);
        return tile.z() < CLOSE ? tiles.listThinned(look, CELLS) : tiles.listPoints(look, MOST);
    }

    private static String checksum(byte[] bytes) {
        var sum = new CRC32C();
        sum.update(bytes);
        return HexFormat.of().toHexDigits((int) sum.getValue()) + "-" + bytes.length;
    }
}
