package city.gewu.town;

import city.gewu.territory.City;
import city.gewu.territory.Place;
import city.gewu.territory.Territory;
import city.gewu.territory.TerritoryUnit;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/// A territory that a test draws as far as it needs: its city and the units of its levels. Nothing
/// is kept anywhere.
public interface BareTerritory extends Territory {

    @Override
    default Optional<City> findCity() {
        return Optional.of(getCity());
    }

    @Override
    default void defineCity(City city) {
        throw new TownLacks("a city that can be defined anew");
    }

    @Override
    default Optional<Place> findPlace(double longitude, double latitude) {
        throw new TownLacks("outlines to find a place by");
    }

    @Override
    default Optional<TerritoryUnit> findUnit(String level, String unit) {
        return listUnits(level).stream().filter(one -> one.code().equals(unit)).findFirst();
    }

    @Override
    default ImportedUnits importUnits(
            UnitImport request, InputStream geoJson, Consumer<String> warnings) {
        throw new TownLacks("units that can be imported");
    }

    @Override
    default void importBaseMap(String file, InputStream geoJson) {
        throw new TownLacks("a base map");
    }
}
