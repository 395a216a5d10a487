package city.gewu.territory;

import city.gewu.platform.Named;

/// One level of the city's division (层级), as the city file declares it.
///
/// @param depth 1 for the whole city, growing towards the smallest
/// @param code `district`, `street`, `community`, `unit_grid`, `duty_grid`, `ward`, `precinct`
/// @param parent code of the level this one nests in; empty for the whole city
public record Level(int depth, String code, Named name, String parent) {}
