package city.gewu.casework.web;

import city.gewu.catalogue.Catalogue;
import city.gewu.catalogue.CategoryKind;
import city.gewu.catalogue.FilingCondition;
import city.gewu.catalogue.MinorCategory;
import city.gewu.engine.worktime.LimitUnit;
import city.gewu.engine.worktime.TimeLimit;
import city.gewu.people.Actor;
import city.gewu.people.Department;
import city.gewu.people.People;
import city.gewu.people.Post;
import city.gewu.platform.Named;
import city.gewu.territory.City;
import city.gewu.territory.Level;
import city.gewu.territory.Place;
import city.gewu.territory.Territory;
import city.gewu.territory.TerritoryUnit;
import city.gewu.worktime.Deadline;
import city.gewu.worktime.Worktime;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// The casework module over a real database, in a city of one district whose other modules are as
/// small as they can be. Time stands still until somebody lets it pass.
final class SmallCity {

    static final Actor WANG = person("wang", "王巡查", "", Post.SUPERVISOR);
    static final Actor ZHAO = person("zhao", "赵受理", "", Post.INTAKE_CLERK);
    static final Actor QIAN = person("qian", "钱值班", "", Post.SHIFT_LEAD);
    static final Actor SUN = person("sun", "孙派遣", "", Post.DISPATCHER);
    static final Actor LI = person("li", "李处置", "SZ", Post.HANDLER);
    static final Actor ZHOU = person("zhou", "周核查", "", Post.CHECKER);
    static final Actor WU = person("wu", "吴环卫", "HW", Post.HANDLER);

    private static final List<Actor> EVERYBODY = List.of(WANG, ZHAO, QIAN, SUN, LI, ZHOU, WU);

    private Instant now = Instant.parse("2026-03-02T01:00:00Z");

    AnnotationConfigApplicationContext open(DataSource database) {
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        context.registerBean(
                TransactionTemplate.class,
                () -> new TransactionTemplate(new DataSourceTransactionManager(database)));
        context.registerBean(
                Clock.class,
                () -> {
                    InstantSource source = () -> now;
                    return source.withZone(ZoneOffset.UTC);
                });
        context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
        context.registerBean(Territory.class, OneDistrict::new);
        context.registerBean(People.class, FewPeople::new);
        context.registerBean(Catalogue.class, OneCategory::new);
        context.registerBean(Worktime.class, RunningHours::new);
        context.scan("city.gewu.casework");
        context.refresh();
        return context;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    private static Actor person(String account, String name, String department, Post... posts) {
        return new Actor("account:" + account, name, Set.of(posts), department);
    }

    private static Named named(String zh, String en) {
        return new Named(zh, en);
    }

    private static UnsupportedOperationException notHere() {
        return new UnsupportedOperationException("no test of casework needs this");
    }

    private static final class OneDistrict implements Territory {

        private static final City CITY =
                new City(
                        "JM",
                        named("荆门市", "Jingmen"),
                        ZoneId.of("Asia/Shanghai"),
                        List.of(
                                new Level(1, "city", named("市", "city"), ""),
                                new Level(2, "district", named("区", "district"), "city")),
                        112.2,
                        31.03,
                        12,
                        true);

        @Override
        public City getCity() {
            return CITY;
        }

        @Override
        public Optional<City> findCity() {
            return Optional.of(CITY);
        }

        @Override
        public void defineCity(City city) {
            throw notHere();
        }

        @Override
        public Optional<Place> findPlace(double longitude, double latitude) {
            return Math.abs(longitude - 112.2) < 0.2 && Math.abs(latitude - 31.03) < 0.2
                    ? Optional.of(new Place(List.of("4208", "420802")))
                    : Optional.empty();
        }

        @Override
        public Optional<Place> findPlaceOf(String level, String unit) {
            throw notHere();
        }

        @Override
        public List<TerritoryUnit> listUnits(String level) {
            throw notHere();
        }

        @Override
        public Optional<TerritoryUnit> findUnit(String level, String unit) {
            return unit.equals("420802")
                    ? Optional.of(
                            new TerritoryUnit(
                                    "district", unit, named("东宝区", "Dongbao"), "4208", 1e6))
                    : Optional.empty();
        }

        @Override
        public ImportedUnits importUnits(
                UnitImport request, InputStream geoJson, Consumer<String> warnings) {
            throw notHere();
        }
    }

    private static final class FewPeople implements People {

        private static final List<Department> DEPARTMENTS =
                List.of(
                        new Department("SZ", named("市政处", "Municipal works"), "", "unit"),
                        new Department("HW", named("环卫局", "Sanitation"), "", "bureau"));

        @Override
        public void saveDepartment(Department department) {
            throw notHere();
        }

        @Override
        public Optional<Department> findDepartment(String code) {
            return DEPARTMENTS.stream().filter(d -> d.code().equals(code)).findFirst();
        }

        @Override
        public List<Department> listDepartments() {
            return DEPARTMENTS;
        }

        @Override
        public Optional<OneTimePassword> createAccount(NewAccount account) {
            throw notHere();
        }

        @Override
        public List<AccountSummary> listAccounts() {
            throw notHere();
        }

        @Override
        public Optional<Actor> findActor(String accountId) {
            return EVERYBODY.stream().filter(actor -> actor.id().equals(accountId)).findFirst();
        }
    }

    private static final class OneCategory implements Catalogue {

        private static final MinorCategory LAMP =
                new MinorCategory(
                        "C0137",
                        CategoryKind.COMPONENT,
                        "C01",
                        named("公用设施", "Public utilities"),
                        named("路灯", "Street lamp"),
                        "high",
                        List.of(
                                new FilingCondition(
                                        "1",
                                        named("单灯不亮", "one lamp out"),
                                        named("修复", "repaired"),
                                        new TimeLimit(48, LimitUnit.URGENT_HOUR))));

        @Override
        public List<MinorCategory> listCategories() {
            return List.of(LAMP);
        }

        @Override
        public Optional<MinorCategory> findCategory(String code) {
            return Optional.of(LAMP).filter(lamp -> lamp.code().equals(code));
        }

        @Override
        public void importScheme(String version, String file, InputStream csv) {
            throw notHere();
        }
    }

    /// Every unit is an hour that runs on.
    private static final class RunningHours implements Worktime {

        @Override
        public Deadline start(Instant at, TimeLimit limit) {
            var length = Duration.ofHours(limit.amount());
            return new Deadline(
                    at,
                    at.plus(length),
                    at.plus(length.multipliedBy(4).dividedBy(5)),
                    Optional.of(limit),
                    "test-1");
        }

        @Override
        public Deadline resume(Deadline before, Instant suspendedAt, Instant resumedAt) {
            return moved(before, Duration.between(suspendedAt, resumedAt));
        }

        @Override
        public Deadline extend(Deadline before, TimeLimit by) {
            return moved(before, Duration.ofHours(by.amount()));
        }

        private static Deadline moved(Deadline before, Duration by) {
            return new Deadline(
                    before.startAt(),
                    before.dueAt().plus(by),
                    before.warnAt().plus(by),
                    before.limit(),
                    before.calendar());
        }

        @Override
        public void importCalendar(String file, InputStream yaml) {
            throw notHere();
        }
    }
}
