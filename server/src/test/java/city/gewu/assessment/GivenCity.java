package city.gewu.assessment;

import city.gewu.catalogue.CategoryKind;
import city.gewu.catalogue.MinorCategory;
import city.gewu.people.Department;
import city.gewu.platform.Named;
import city.gewu.territory.City;
import city.gewu.territory.Level;
import city.gewu.territory.Place;
import city.gewu.territory.TerritoryUnit;
import city.gewu.town.BareCatalogue;
import city.gewu.town.BarePeople;
import city.gewu.town.BareTerritory;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// A city of two wards and two departments, in the zone of Boston.
public final class GivenCity implements BareTerritory, BarePeople, BareCatalogue {

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
    public Optional<Place> findPlaceOf(String level, String unit) {
        return Optional.of(new Place(List.of("BOS", unit)));
    }
}
