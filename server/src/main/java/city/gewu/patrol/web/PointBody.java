package city.gewu.patrol.web;

import city.gewu.patrol.model.Fix;
import jakarta.validation.constraints.NotNull;

/// A position in WGS84 degrees.
record PointBody(@NotNull Double lon, @NotNull Double lat) {

    Fix toFix(double accuracyMetres) {
        return new Fix(lon, lat, accuracyMetres);
    }
}
