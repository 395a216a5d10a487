package city.gewu.territory;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The city's own geography (区域), held in memory as one immutable snapshot.
public interface Territory {

    /// The city of this data directory; refused with `territory.no-city` before one is set up.
    City getCity();

    Optional<City> findCity();

    /// Sets the city up, or changes its names, levels and centre. Refused when a level that has
    /// units would disappear.
    void defineCity(City city);

    /// The units that hold the point (WGS84 degrees); empty when it lies outside the city.
    ///
    /// The unit of the finest level names the units above it through its chain of parents; levels
    /// outside that chain are looked up on their own. A point on a shared border belongs to the
    /// unit with the lowest code.
    Optional<Place> findPlace(double longitude, double latitude);

    /// The place whose finest known unit is this one, with the units above it.
    Optional<Place> findPlaceOf(String level, String unit);

    /// The units in force, by code; for the whole city, the city itself unless its outline was
    /// imported. Refused with `territory.unknown-level`.
    List<TerritoryUnit> listUnits(String level);

    Optional<TerritoryUnit> findUnit(String level, String unit);

    /// Imports the units of one level from GeoJSON, all or nothing: the file is the whole level, so
    /// a unit in force that it lacks is retired. The same file again changes nothing.
    ///
    /// What makes a unit unusable is refused with feature, place and reason; small gaps and
    /// overlaps between neighbours are only told to `warnings`. A feature that repeats another one
    /// to the last coordinate counts once.
    ImportedUnits importUnits(UnitImport request, InputStream geoJson, Consumer<String> warnings);

    /// Replaces the base map (底图) with the features of a GeoJSON file. Each has the properties
    /// `layer` (`water`, `green`, `building`, `road` or `label`), `name`, and `class` (of a road:
    /// `primary`, `secondary`, `tertiary`) or `kind` (of a label).
    ///
    /// @param file what messages call the file
    void importBaseMap(String file, InputStream geoJson);

    /// What to read and how. Templates are text with property names in braces: `{name}`,
    /// `第{WARD}选区`. `{WARD:02}` fills up with zeros to two digits; `{WARD_PRECINCT:0..2}` takes the
    /// characters from the first to before the third.
    ///
    /// @param file what messages call the file
    /// @param crs system of the file's coordinates, `EPSG:2249` or `GCJ-02`; empty text for what
    ///   the file declares, which is WGS84 when it declares nothing
    /// @param codeTemplate for example `{WARD_PRECINCT}`
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

    /// @param changed units whose shape, name or parent is new: the old version was closed on the
    ///   day the new one came into force
    /// @param unchanged units that were already there, the same to the last coordinate
    record ImportedUnits(int read, int added, int changed, int retired, int unchanged) {}
}
