package city.gewu.territory;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The city's own geography, held in memory as one immutable snapshot.
public interface Territory {

    /// The city of this data directory; refused with `territory.no-city` before one is set up.
    City getCity();

    Optional<City> findCity();

    /// Sets the city up, or changes its names, levels and centre. Refused when a level that has
    /// units would disappear.
    void defineCity(City city);

    /// The units that hold the point (WGS84 degrees); empty when it lies outside the city.
    Optional<Place> findPlace(double longitude, double latitude);

    /// The place whose finest known unit is this one, with the units above it.
    Optional<Place> findPlaceOf(String level, String unit);

    List<TerritoryUnit> listUnits(String level);

    Optional<TerritoryUnit> findUnit(String level, String unit);

    /// Imports the units of one level from GeoJSON, all or nothing; the same file again changes
    /// nothing. Problems are refused with feature, place and reason.
    ImportedUnits importUnits(UnitImport request, InputStream geoJson, Consumer<String> warnings);

    /// @param crs `EPSG:4326` (default of GeoJSON), or the system the file's coordinates are in
    /// @param codeTemplate property names in braces: `{WARD_PRECINCT}`
    /// @param nameTemplateZh for example `{name}` or `第{WARD}选区`
    /// @param parentTemplate template of the parent's code, or empty text to find the parent by
    ///   area
    /// @param effectiveOn ISO date from which the units are in force
    record UnitImport(
            String level,
            String file,
            String crs,
            String codeTemplate,
            String nameTemplateZh,
            String nameTemplateEn,
            String parentTemplate,
            String effectiveOn) {}

    /// @param unchanged units that were already there, the same to the last coordinate
    record ImportedUnits(int read, int added, int changed, int retired, int unchanged) {}
}
