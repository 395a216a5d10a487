package city.gewu.territory;

import java.time.Instant;
import java.util.List;

/// Where problems were reported (上报位置), told by the module that knows when the grid is drawn anew:
/// by position and not by code, because the units to be counted for are new.
public interface ReportedPlaces {

    /// WGS84, degrees.
    record Spot(double longitude, double latitude) {}

    /// WGS84, degrees.
    record Bounds(double west, double south, double east, double north) {}

    /// From the first moment on and before the second, in no order.
    List<Spot> listReported(Instant from, Instant to, Bounds within);
}
