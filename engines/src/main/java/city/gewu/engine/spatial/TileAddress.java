package city.gewu.engine.spatial;

import org.locationtech.jts.geom.Envelope;

/// One square of the map (瓦片) at one zoom, counted from the north-west.
public record TileAddress(int z, int x, int y) {

    public static final int MAX_ZOOM = 24;

    public TileAddress {
        if (z < 0 || z > MAX_ZOOM || x < 0 || y < 0 || x >= 1 << z || y >= 1 << z) {
            throw new IllegalArgumentException(
                    "There is no tile (%d/%d/%d); zoom goes from 0 to %d, x and y from 0 to 2^zoom - 1."
                            .formatted(z, x, y, MAX_ZOOM));
        }
    }

    /// The tile that shows the point at this zoom.
    public static TileAddress at(double longitude, double latitude, int z) {
        int last = (1 << z) - 1;
        return new TileAddress(
                z,
                Math.clamp((long) Math.floor(WebMercator.x(longitude) * (1 << z)), 0, last),
                Math.clamp((long) Math.floor(WebMercator.y(latitude) * (1 << z)), 0, last));
    }

    /// Bounds in the unit square of [WebMercator], grown on each side by a share of the tile.
    public Envelope worldBounds(double buffer) {
        double side = 1.0 / (1 << z);
        return new Envelope(
                (x - buffer) * side,
                (x + 1 + buffer) * side,
                (y - buffer) * side,
                (y + 1 + buffer) * side);
    }

    /// Bounds in degrees.
    public Envelope bounds() {
        Envelope world = worldBounds(0);
        return new Envelope(
                WebMercator.longitude(world.getMinX()),
                WebMercator.longitude(world.getMaxX()),
                WebMercator.latitude(world.getMaxY()),
                WebMercator.latitude(world.getMinY()));
    }
}
