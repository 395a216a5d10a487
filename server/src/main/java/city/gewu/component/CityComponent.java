package city.gewu.component;

/// A component of the city (部件): one lamp, one cover, one bin.
///
/// @param code 16 digits: county 6, major category 2, minor category 2, number 6
/// @param category code of its minor category
/// @param department who answers for it (权属单位); empty text when nobody is known
/// @param longitude WGS84 degrees, as is `latitude`
public record CityComponent(
        String code,
        String category,
        String name,
        String department,
        double longitude,
        double latitude,
        ComponentState state) {}
