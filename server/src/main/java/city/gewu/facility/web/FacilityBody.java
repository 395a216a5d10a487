package city.gewu.facility.web;

import city.gewu.facility.Facilities.NearFacility;
import city.gewu.facility.Facility;
import city.gewu.facility.FacilityKind;
import city.gewu.facility.FacilityState;
import city.gewu.facility.model.FacilityPhoto;
import city.gewu.platform.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A facility as everybody may see it.
///
/// @param hours rules such as `Mo-Fr 08:00-18:00`; empty text when nobody knows
/// @param openNow absent when nobody knows
/// @param fee empty text when it is free
/// @param photos what it looks like, in the order they are shown
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
        @Nullable Long metres,
        List<PhotoBody> photos) {

    record PointBody(double lon, double lat) {}

    /// @param id of the evidence, for who keeps the register
    /// @param name under `/open/facilities/photos/`; `small` is one for lists
    record PhotoBody(@Nullable String id, String name, String small) {}

    FacilityBody with(List<FacilityPhoto> shown, boolean keeper) {
        return new FacilityBody(
                code,
                kind,
                kindName,
                name,
                address,
                position,
                hours,
                openNow,
                accessible,
                fee,
                phone,
                state,
                metres,
                shown.stream()
                        .map(one ->
                                new PhotoBody(
                                        keeper ? one.photo() : null, one.name(), one.smallName()))
                        .toList());
    }

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
                metres,
                List.of());
    }
}
