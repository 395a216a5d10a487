package city.gewu.territory.model;

import city.gewu.territory.TerritoryUnit;
import org.locationtech.jts.geom.Geometry;

/// A unit with its outline in WGS84 degrees.
public record UnitShape(TerritoryUnit unit, Geometry shape) {

    public String code() {
        return unit.code();
    }
}
