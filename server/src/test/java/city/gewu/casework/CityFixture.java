package city.gewu.casework;

import city.gewu.catalogue.AnswerKind;
import city.gewu.catalogue.Catalogue;
import city.gewu.catalogue.CategoryKind;
import city.gewu.catalogue.FilingCondition;
import city.gewu.catalogue.MinorCategory;
import city.gewu.catalogue.Question;
import city.gewu.catalogue.Question.Choice;
import city.gewu.engine.worktime.LimitUnit;
import city.gewu.engine.worktime.TimeLimit;
import city.gewu.people.Actor;
import city.gewu.people.Department;
import city.gewu.people.People;
import city.gewu.people.Post;
import city.gewu.platform.Named;
import city.gewu.platform.RefusedException;
import city.gewu.territory.City;
import city.gewu.territory.Level;
import city.gewu.territory.Place;
import city.gewu.territory.Territory;
import city.gewu.territory.TerritoryUnit;
import city.gewu.worktime.Deadline;
import city.gewu.worktime.Worktime;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A small town for tests: one district, two streets divided at 112.2° east, two departments.
public final class CityFixture {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public static final Actor SUPERVISOR = person("supervisor", Post.SUPERVISOR, "");
    public static final Actor CLERK = person("clerk", Post.INTAKE_CLERK, "");
    public static final Actor SHIFT_LEAD = person("lead", Post.SHIFT_LEAD, "");
    public static final Actor DISPATCHER = person("dispatcher", Post.DISPATCHER, "");
    public static final Actor HANDLER = person("handler", Post.HANDLER, "roads");
    public static final Actor GARDENER = person("gardener", Post.HANDLER, "parks");
    public static final Actor CHECKER = person("checker", Post.CHECKER, "");
    public static final Actor IMPORT =
            new Actor("import:town", "Import", Set.of(Post.values()), "");

    public static final List<Actor> EVERYBODY =
            List.of(
                    SUPERVISOR,
                    CLERK,
                    SHIFT_LEAD,
                    DISPATCHER,
                    HANDLER,
                    GARDENER,
                    CHECKER,
                    Actor.system("deadlines"));

    private CityFixture() {}

    private static Actor person(String id, Post post, String department) {
        return new Actor(id, id, Set.of(post), department);
    }

    public static City city() {
        return new City(
                "JM",
                new Named("小城", "Small town"),
                ZONE,
                List.of(
                        new Level(1, "district", new Named("区", "District"), ""),
                        new Level(2, "street", new Named("街道", "Street"), "district")),
                112.2,
                31.0,
                12,
                true);
    }

    public static Problem problem() {
        return new Problem(
                ReportSource.SUPERVISOR,
                "E0113",
                Optional.of("1"),
                "路面坑槽 \"深\" \\ 二十厘米",
                "天山路 12 号",
                Optional.of(new Position(112.1, 31.01)),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /// West of 112.2° is street S1, east of it S2; beyond a degree around is outside.
    public static final class Town implements Territory {

        @Override
        public City getCity() {
            return city();
        }

        @Override
        public Optional<City> findCity() {
            return Optional.of(city());
        }

        @Override
        public void defineCity(City city) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Place> findPlace(double longitude, double latitude) {
            return Math.abs(longitude - 112.2) > 1 || Math.abs(latitude - 31) > 1
                    ? Optional.empty()
                    : Optional.of(new Place(List.of("D1", longitude < 112.2 ? "S1" : "S2")));
        }

        @Override
        public Optional<Place> findPlaceOf(String level, String unit) {
            return Optional.of(new Place(List.of("D1", unit)));
        }

        @Override
        public List<TerritoryUnit> listUnits(String level) {
            return switch (level) {
                case "district" -> List.of(unit(level, "D1", ""));
                case "street" -> List.of(unit(level, "S1", "D1"), unit(level, "S2", "D1"));
                default -> List.of();
            };
        }

        private static TerritoryUnit unit(String level, String code, String parent) {
            return new TerritoryUnit(level, code, new Named(code, code), parent, 1);
        }

        @Override
        public Optional<TerritoryUnit> findUnit(String level, String unit) {
            return Optional.empty();
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
    }

    public static final class Scheme implements Catalogue {

        private final MinorCategory pothole =
                new MinorCategory(
                        "E0113",
                        CategoryKind.INCIDENT,
                        "E01",
                        new Named("市容环境", "Appearance"),
                        new Named("道路破损", "Broken road"),
                        "high",
                        List.of(
                                new FilingCondition(
                                        "1",
                                        new Named("破损", "broken"),
                                        new Named("修复", "repaired"),
                                        new TimeLimit(4, LimitUnit.URGENT_HOUR))),
                        List.of(
                                new Question(
                                        "depth",
                                        new Named("深几厘米？", "How deep, in cm?"),
                                        AnswerKind.NUMBER,
                                        true,
                                        List.of()),
                                new Question(
                                        "where",
                                        new Named("在哪里？", "Where?"),
                                        AnswerKind.CHOICE,
                                        false,
                                        List.of(
                                                new Choice("lane", new Named("车道", "lane")),
                                                new Choice("walk", new Named("人行道", "walk"))))));

        @Override
        public Optional<String> findVersion() {
            return Optional.of("1");
        }

        @Override
        public List<MinorCategory> listCategories() {
            return List.of(pothole);
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
            return code.equals(pothole.code()) ? Optional.of(pothole) : Optional.empty();
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

    public static final class Staff implements People {

        private final List<Department> departments;

        public Staff() {
            this(List.of("roads", "parks"));
        }

        private Staff(List<String> codes) {
            departments =
                    codes.stream()
                            .map(code -> new Department(code, new Named(code, code), "", "bureau"))
                            .toList();
        }

        public static Staff of(String... codes) {
            return new Staff(List.of(codes));
        }

        @Override
        public void saveDepartment(Department department) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Department> findDepartment(String code) {
            return departments.stream().filter(one -> one.code().equals(code)).findFirst();
        }

        @Override
        public List<Department> listDepartments() {
            return departments;
        }

        @Override
        public List<Actor> listHandlers(String department) {
            return EVERYBODY.stream()
                    .filter(one ->
                            one.holds(mandate ->
                                    mandate.post() == Post.HANDLER
                                            && mandate.department().equals(department)))
                    .toList();
        }

        @Override
        public Optional<Actor> findActor(String accountId) {
            return EVERYBODY.stream().filter(a -> a.id().equals(accountId)).findFirst();
        }
    }

    /// Hours run on, through nights and holidays.
    public static final class Hours implements Worktime {

        @Override
        public Deadline start(Instant at, TimeLimit limit) {
            var given = Duration.ofHours(limit.amount());
            return new Deadline(
                    at,
                    at.plus(given),
                    at.plus(given.multipliedBy(4).dividedBy(5)),
                    Optional.of(limit),
                    "always");
        }

        @Override
        public Deadline resume(Deadline before, Instant suspendedAt, Instant resumedAt) {
            var still = Duration.between(suspendedAt, resumedAt);
            return new Deadline(
                    before.startAt(),
                    before.dueAt().plus(still),
                    before.warnAt().plus(still),
                    before.limit(),
                    before.calendar());
        }

        @Override
        public Deadline extend(Deadline before, TimeLimit by) {
            var more = Duration.ofHours(by.amount());
            return new Deadline(
                    before.startAt(),
                    before.dueAt().plus(more),
                    before.warnAt().plus(more),
                    before.limit(),
                    before.calendar());
        }

        @Override
        public void importCalendar(String file, InputStream yaml) {
            throw new UnsupportedOperationException();
        }
    }

    public static RefusedException refused(Runnable action) {
        try {
            action.run();
        } catch (RefusedException e) {
            return e;
        }
        throw new AssertionError("Nothing was refused.");
    }
}
