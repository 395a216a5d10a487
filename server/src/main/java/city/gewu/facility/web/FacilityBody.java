package city.gewu.facility.web;

import city.gewu.facility.Facilities.NearFacility;
import city.gewu.facility.Facility;
import city.gewu.facility.FacilityKind;
import city.gewu.facility.FacilityState;
import city.gewu.platform.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A facility as everybody may see it.
///
/// @param hours rules such as `Mo-Fr 08:00-18:00`; empty text when nobody knows
/// @param openNow absent when nobody knows
/// @param fee empty text when it is free
/// @param metres from the point that was asked for; absent in lists of all
record FacilityBody(
        String code,
        FacilityKind kind,
        Named kindName,
        Named name,
        String address,
        PointBody position,
        String hours,
        @Nullable Boolean openNow,
        boolean accessible,
        String fee,
        String phone,
        FacilityState state,
        @Nullable Long metres) {

    record PointBody(double lon, double lat) {}

    static FacilityBody of(NearFacility near) {
        return of(near.facility(), near.openNow(), Math.round(near.metres()));
    }

    static FacilityBody of(Facility one, Optional<Boolean> openNow, @Nullable Long metres) {
        return new FacilityBody(
                one.code(),
                one.kind(),
                one.kind().words(),
                one.name(),
                one.address(),
                new PointBody(one.longitude(), one.latitude()),
                one.hours().text(),
                openNow.orElse(null),
                one.accessible(),
                one.fee(),
                one.phone(),
                one.state(),
                metres);
    }
}
