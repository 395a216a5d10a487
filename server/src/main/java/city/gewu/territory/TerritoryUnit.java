package city.gewu.territory;

import city.gewu.platform.Named;

/// One area of one level: a district, a street, a grid.
///
/// @param parent code of the unit of the parent level that holds it, or empty text
/// @param areaM2 area on the ground in square metres
public record TerritoryUnit(String level, String code, Named name, String parent, double areaM2) {}
