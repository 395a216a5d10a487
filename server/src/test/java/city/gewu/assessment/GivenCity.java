package city.gewu.assessment;

import city.gewu.catalogue.Catalogue;
import city.gewu.catalogue.CategoryKind;
import city.gewu.catalogue.MinorCategory;
import city.gewu.catalogue.Question;
import city.gewu.people.Actor;
import city.gewu.people.Department;
import city.gewu.people.People;
import city.gewu.platform.Named;
import city.gewu.territory.City;
import city.gewu.territory.Level;
import city.gewu.territory.Place;
import city.gewu.territory.Territory;
import city.gewu.territory.TerritoryUnit;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// A city of two wards and two departments, in the zone of Boston.
public final class GivenCity implements Territory, People, Catalogue {

    public static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final City CITY =
            new City(
                    "BOS",
                    same("Boston"),
                    ZONE,
                    List.of(
                            new Level(1, "city", same("City"), ""),
                            new Level(2, "ward", same("Ward"), "city")),
                    -71.06,
                    42.36,
                    12,
                    false);

    @Override
    public City getCity() {
        return CITY;
    }

    @Override
    public Optional<City> findCity() {
        return Optional.of(CITY);
    }

    @Override
    public List<TerritoryUnit> listUnits(String level) {
        return level.equals("ward")
                ? List.of(
                        new TerritoryUnit("ward", "01", new Named("第一选区", "Ward 1"), "BOS", 1),
                        new TerritoryUnit("ward", "02", new Named("第二选区", "Ward 2"), "BOS", 1))
                : List.of();
    }

    @Override
    public List<Department> listDepartments() {
        return List.of(
                new Department("PWD", new Named("公共工程局", "Public Works"), "", "bureau"),
                new Department("ISD", new Named("检查服务局", "Inspections"), "", "bureau"));
    }

    @Override
    public Optional<String> findVersion() {
        return Optional.of("1");
    }

    @Override
    public List<MinorCategory> listCategories() {
        return List.of(
                new MinorCategory(
                        "pothole",
                        CategoryKind.INCIDENT,
                        "road",
                        same("Road"),
                        new Named("路面坑洞", "Pothole"),
                        "source",
                        List.of()));
    }

    private static Named same(String name) {
        return new Named(name, name);
    }

    @Override
    public void defineCity(City city) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Place> findPlace(double longitude, double latitude) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Place> findPlaceOf(String level, String unit) {
        return Optional.of(new Place(List.of("BOS", unit)));
    }

    @Override
    public Optional<TerritoryUnit> findUnit(String level, String unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ImportedUnits importUnits(
            UnitImport request, InputStream geoJson, Consumer<String> warnings) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void importBaseMap(String file, InputStream geoJson) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void saveDepartment(Department department) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Department> findDepartment(String code) {
        return listDepartments().stream().filter(one -> one.code().equals(code)).findFirst();
    }

    @Override
    public List<Actor> listHandlers(String department) {
        return List.of();
    }

    @Override
    public Optional<Actor> findActor(String accountId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<MinorCategory> findCategory(String code, Instant at) {
        return findCategory(code);
    }

    @Override
    public Optional<MinorCategory> findKnown(String code) {
        return findCategory(code);
    }

    @Override
    public Optional<MinorCategory> findCategory(String code) {
        return listCategories().stream().filter(one -> one.code().equals(code)).findFirst();
    }

    @Override
    public void importScheme(String version, String file, InputStream csv) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void ask(Map<String, List<Question>> questions, String reason, String author) {
        throw new UnsupportedOperationException();
    }
}
