package city.gewu.territory.usecase;

import city.gewu.territory.City;
import city.gewu.territory.Place;
import city.gewu.territory.Territory;
import city.gewu.territory.TerritoryUnit;
import city.gewu.territory.model.CitySnapshot;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// The contract, answered from memory.
@Component
class CityTerritory implements Territory {

    private final TerritoryMemory memory;
    private final DefineCity defineCity;
    private final ImportUnits importUnits;
    private final ImportBaseMap importBaseMap;

    CityTerritory(
            TerritoryMemory memory,
            DefineCity defineCity,
            ImportUnits importUnits,
            ImportBaseMap importBaseMap) {
        this.memory = memory;
        this.defineCity = defineCity;
        this.importUnits = importUnits;
        this.importBaseMap = importBaseMap;
    }

    @Override
    public City getCity() {
        return memory.getSnapshot().city();
    }

    @Override
    public Optional<City> findCity() {
        return memory.findSnapshot().map(CitySnapshot::city);
    }

    @Override
    public void defineCity(City city) {
        defineCity.define(city);
    }

    @Override
    public Optional<Place> findPlace(double longitude, double latitude) {
        return memory.getSnapshot().findPlace(longitude, latitude);
    }

    @Override
    public Optional<Place> findPlaceOf(String level, String unit) {
        return memory.getSnapshot().findPlaceOf(level, unit);
    }

    @Override
    public List<TerritoryUnit> listUnits(String level) {
        return memory.getSnapshot().listUnits(level);
    }

    @Override
    public Optional<TerritoryUnit> findUnit(String level, String unit) {
        return memory.getSnapshot().findUnit(level, unit);
    }

    @Override
    public ImportedUnits importUnits(
            UnitImport request, InputStream geoJson, Consumer<String> warnings) {
        return importUnits.importUnits(request, geoJson, warnings);
    }

    @Override
    public void importBaseMap(String file, InputStream geoJson) {
        importBaseMap.importBaseMap(file, geoJson);
    }
}
