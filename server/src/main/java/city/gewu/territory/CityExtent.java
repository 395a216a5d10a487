package city.gewu.territory;

import java.util.Optional;

/// How far the city reaches (城市范围).
public interface CityExtent {

    /// The box around all units in force; empty while the city has none.
    Optional<Box> findBox();

    /// WGS84, degrees (外接矩形).
    record Box(double west, double south, double east, double north) {}
}
