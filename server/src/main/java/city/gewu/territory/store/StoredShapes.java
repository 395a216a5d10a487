package city.gewu.territory.store;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/// Geometries out of the database, where they lie as WKB.
final class StoredShapes {

    private StoredShapes() {}

    static Geometry read(byte[] wkb) {
        try {
            return new WKBReader().read(wkb);
        } catch (ParseException e) {
            throw new IllegalStateException("A stored shape cannot be read.", e);
        }
    }
}
