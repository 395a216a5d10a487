package city.gewu.exchange.usecase;

import city.gewu.catalogue.Catalogue;
import city.gewu.catalogue.CategoryKind;
import city.gewu.catalogue.MinorCategory;
import city.gewu.catalogue.Question;
import city.gewu.engine.worktime.TimeLimit;
import city.gewu.people.Actor;
import city.gewu.people.Department;
import city.gewu.people.People;
import city.gewu.platform.Named;
import city.gewu.territory.City;
import city.gewu.territory.Level;
import city.gewu.territory.Place;
import city.gewu.territory.Territory;
import city.gewu.territory.TerritoryUnit;
import city.gewu.worktime.Deadline;
import city.gewu.worktime.Worktime;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A city of two wards, west and east of longitude 0, ten degrees wide; nothing is kept anywhere.
final class SmallCity implements Territory, Catalogue, People, Worktime {

    final List<Department> departments = new ArrayList<>();
    final List<String> calls = new ArrayList<>();
    boolean hasUnits = true;
    Optional<City> city = Optional.empty();

    static City city(String code) {
        return new City(
                code,
                new Named("小城", "Small City"),
                ZoneId.of("America/New_York"),
                List.of(
                        new Level(1, "city", new Named("全市", "City"), ""),
                        new Level(2, "ward", new Named("选区", "Ward"), "city")),
                0,
                0,
                10,
                false);
    }

    @Override
    public City getCity() {
        return city.orElseThrow();
    }

    @Override
    public Optional<City> findCity() {
        return city;
    }

    @Override
    public void defineCity(City defined) {
        calls.add("city " + defined.code());
        city = Optional.of(defined);
    }

    @Override
    public Optional<Place> findPlace(double longitude, double latitude) {
        return Math.abs(longitude) > 10
                ? Optional.empty()
                : Optional.of(new Place(List.of("SC", longitude < 0 ? "1" : "2")));
    }

    @Override
    public Optional<Place> findPlaceOf(String level, String unit) {
        return Optional.of(new Place(List.of("SC", unit)));
    }

    @Override
    public List<TerritoryUnit> listUnits(String level) {
        if (level.equals("city")) {
            return List.of(new TerritoryUnit(level, "SC", new Named("小城", "Small City"), "", 0));
        }
        return Stream.of("1", "2")
                .filter(_ -> hasUnits)
                .map(code -> new TerritoryUnit(level, code, new Named(code, code), "SC", 1))
                .toList();
    }

    @Override
    public Optional<TerritoryUnit> findUnit(String level, String unit) {
        return listUnits(level).stream().filter(found -> found.code().equals(unit)).findFirst();
    }

    @Override
    public ImportedUnits importUnits(
            UnitImport request, InputStream geoJson, Consumer<String> warnings) {
        calls.add("units " + request);
        return new ImportedUnits(0, 0, 0, 0, 0);
    }

    @Override
    public void importBaseMap(String file, InputStream geoJson) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<String> findVersion() {
        return Optional.of("1");
    }

    @Override
    public List<MinorCategory> listCategories() {
        return List.of(
                category("streets.pothole", "Streets", "Pothole  Repair"),
                category("trees.emergency", "Trees", "Emergency"),
                category("lights.emergency", "Lights", "Emergency"));
    }

    private static MinorCategory category(String code, String major, String minor) {
        return new MinorCategory(
                code,
                CategoryKind.INCIDENT,
                major,
                new Named(major, major),
                new Named(minor, minor),
                "source",
                List.of());
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
        return listCategories().stream().filter(found -> found.code().equals(code)).findFirst();
    }

    @Override
    public void importScheme(String version, String file, InputStream csv) {
        calls.add("scheme " + version);
    }

    @Override
    public void ask(Map<String, List<Question>> questions, String reason, String author) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void saveDepartment(Department department) {
        departments.add(department);
    }

    @Override
    public Optional<Department> findDepartment(String code) {
        return departments.stream().filter(found -> found.code().equals(code)).findFirst();
    }

    @Override
    public List<Department> listDepartments() {
        return departments;
    }

    @Override
    public List<Actor> listHandlers(String department) {
        return List.of();
    }

    @Override
    public Optional<Actor> findActor(String accountId) {
        return Optional.empty();
    }

    @Override
    public Deadline start(Instant at, TimeLimit limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Deadline resume(Deadline before, Instant suspendedAt, Instant resumedAt) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Deadline extend(Deadline before, TimeLimit by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void importCalendar(String file, InputStream yaml) {
        calls.add("calendar");
    }
}
