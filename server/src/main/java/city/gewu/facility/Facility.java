package city.gewu.facility;

import city.gewu.platform.Named;

/// A toilet, a market, a car park, a relief point (便民设施).
///
/// @param code the city's own, unique
/// @param address as people say it, or empty text
/// @param hours when it is open
/// @param accessible whether somebody in a wheelchair gets in
/// @param fee what it costs, in words; empty text when it is free
/// @param phone empty text when there is none
/// @param longitude WGS84 degrees, as is `latitude`
public record Facility(
        String code,
        FacilityKind kind,
        Named name,
        String address,
        OpeningHours hours,
        boolean accessible,
        String fee,
        String phone,
        FacilityState state,
        double longitude,
        double latitude) {}
