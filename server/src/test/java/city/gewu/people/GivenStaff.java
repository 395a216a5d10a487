package city.gewu.people;

import city.gewu.database.TestDatabase;
import city.gewu.database.TestModule;
import city.gewu.people.Staff.NewCertificate;
import city.gewu.people.Staff.NewPerson;
import city.gewu.people.Staff.NewPosting;
import city.gewu.people.Staff.Person;
import city.gewu.people.Staff.Posting;
import city.gewu.platform.Named;
import city.gewu.territory.GeoJson;
import city.gewu.territory.Territory;
import city.gewu.territory.Territory.UnitImport;
import city.gewu.territory.TerritoryContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/// The people of a small city at noon of 1 September 2026: a bureau with a centre, a district
/// bureau with a team, a street with a community, a public utility; districts A and B, streets A1
/// and A2, duty grids G1 and G2.
public final class GivenStaff {

    public static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    public static final LocalDate BEGINNING = LocalDate.of(2024, 1, 1);

    private final DataSource database = TestDatabase.fresh();
    private final AnnotationConfigApplicationContext module =
            TestModule.start(
                    database,
                    Clock.fixed(Instant.parse("2026-09-01T04:00:00Z"), ZoneOffset.UTC),
                    "city.gewu.territory",
                    "city.gewu.people.store",
                    "city.gewu.people.usecase");

    public GivenStaff() {
        var territory = module.getBean(Territory.class);
        territory.defineCity(TerritoryContext.smallCity());
        importLevel(territory, "district", new GeoJson().box("A", 0, 0, 4, 4).box("B", 4, 0, 8, 4));
        importLevel(territory, "street", new GeoJson().box("A1", 0, 0, 4, 2).box("A2", 0, 2, 4, 4));
        importLevel(
                territory, "duty_grid", new GeoJson().box("G1", 0, 0, 4, 2).box("G2", 0, 2, 4, 4));
        people().saveDepartments(
                        List.of(
                                department("SQ", "LQ", "community"),
                                department("CG", "", "bureau"),
                                department("SZ", "CG", "unit"),
                                department("DB", "CG", "district"),
                                department("DBZ", "DB", "unit"),
                                department("LQ", "DB", "street"),
                                department("WX", "LQ", "contractor"),
                                department("PW", "", "unit")));
    }

    private static void importLevel(Territory territory, String level, GeoJson file) {
        territory.importUnits(
                new UnitImport(
                        level,
                        level + ".geojson",
                        "",
                        "{code}",
                        "{name}",
                        "{code}",
                        level.equals("street") ? "{up}" : "",
                        "2024-01-01"),
                file.stream(),
                _ -> {});
    }

    public static Department department(String code, String parent, String kind) {
        return new Department(code, new Named("名" + code, "Name " + code), parent, kind);
    }

    public DataSource database() {
        return database;
    }

    public <T> T bean(Class<T> type) {
        return module.getBean(type);
    }

    public People people() {
        return module.getBean(People.class);
    }

    public Staff staff() {
        return module.getBean(Staff.class);
    }

    public Person person(String staffNo, String department) {
        return staff().savePerson(new NewPerson(staffNo, "名" + staffNo, department));
    }

    public void certificate(String staffNo, String number, String issued, String expires) {
        staff().saveCertificates(
                        List.of(
                                new NewCertificate(
                                        staffNo,
                                        number,
                                        LocalDate.parse(issued),
                                        LocalDate.parse(expires))));
    }

    /// Posts somebody of the centre in the whole city.
    ///
    /// @param days `2024-01-01` or `2024-01-01/2024-12-31`
    public Posting post(String staffNo, Post post, String days) {
        return staff().post(posting(staffNo, post, "", "", days));
    }

    public Posting postAt(String staffNo, Post post, String level, String unit, String days) {
        return staff().post(posting(staffNo, post, level, unit, days));
    }

    public static NewPosting posting(
            String staffNo, Post post, String level, String unit, String days) {
        var ends = days.split("/", -1);
        return new NewPosting(
                staffNo,
                post,
                "SZ",
                level,
                unit,
                LocalDate.parse(ends[0]),
                ends.length == 1 ? Optional.empty() : Optional.of(LocalDate.parse(ends[1])));
    }

    public List<Post> postsToday(String staffNo) {
        var id = staff().findPerson(staffNo).orElseThrow().id();
        return people().findActor(id).orElseThrow().mandates().stream().map(Mandate::post).toList();
    }
}
