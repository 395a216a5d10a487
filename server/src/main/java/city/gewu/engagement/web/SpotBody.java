package city.gewu.engagement.web;

import city.gewu.engagement.model.SentReport.Spot;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/// A point in WGS84 degrees.
record SpotBody(
        @DecimalMin("-180") @DecimalMax("180") double lon,
        @DecimalMin("-90") @DecimalMax("90") double lat) {

    static SpotBody of(Spot spot) {
        return new SpotBody(spot.longitude(), spot.latitude());
    }

    Spot toSpot() {
        return new Spot(lon, lat);
    }
}
