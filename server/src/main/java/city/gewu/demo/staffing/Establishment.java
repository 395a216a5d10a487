package city.gewu.demo.staffing;

import city.gewu.demo.book.Table;
import city.gewu.people.Post;
import city.gewu.people.Staff.NewCertificate;
import city.gewu.people.Staff.NewPerson;
import city.gewu.people.Staff.NewPosting;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The whole force of the demo city (编制): those who sign in, by name in `plan/staff.csv`, and the
/// groups of `plan/force.csv`, whose names are made up.
public final class Establishment {

    /// What `department` says where everybody serves in the organisation of their own unit.
    private static final String OF_THE_UNIT = "@unit";

    private static final String EACH = " each";
    private static final long SEED = 4208;
    private static final int FIRST_YEAR = 2002;
    private static final int YEARS = 21;
    private static final int CERTIFICATE_YEARS = 5;

    private final List<NewPerson> people = new ArrayList<>();
    private final List<NewCertificate> certificates = new ArrayList<>();
    private final List<NewPosting> postings = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Random random = new Random(SEED);
    private final NameMaker names = new NameMaker();
    private final Function<String, List<String>> units;
    private final LocalDate founded;
    private final LocalDate today;

    /// Where some people serve, and what as.
    private record Group(String department, Post post, Beat beat, int size) {}

    private Establishment(
            Function<String, List<String>> units, LocalDate founded, LocalDate today) {
        this.units = units;
        this.founded = founded;
        this.today = today;
    }

    /// @param units codes of the units of a level, in order
    /// @param founded first day of all postings
    /// @param today certificates are in force on it
    public static Establishment draw(
            Function<String, List<String>> units, LocalDate founded, LocalDate today) {
        var drawn = new Establishment(units, founded, today);
        drawn.postByName();
        Table.read("plan/force.csv").forEach(drawn::postGroup);
        return drawn;
    }

    public List<NewPerson> people() {
        return List.copyOf(people);
    }

    public List<NewCertificate> certificates() {
        return List.copyOf(certificates);
    }

    public List<NewPosting> postings() {
        return List.copyOf(postings);
    }

    /// People of the same post and place share its units.
    private void postByName() {
        var rows = Table.read("plan/staff.csv");
        var sharing =
                rows.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Establishment::sharedPlace, Collectors.toList()));
        for (var row : rows) {
            var colleagues = sharing.getOrDefault(sharedPlace(row), List.of());
            var group =
                    new Group(
                            row.getField("department"),
                            Post.valueOf(row.getField("post")),
                            Beat.of(row.getField("place"), units),
                            colleagues.size());
            employ(row.getField("username"), row.getField("name"), group, colleagues.indexOf(row));
        }
    }

    private static String sharedPlace(NamedCsvRecord row) {
        return row.getField("post") + " " + row.getField("place");
    }

    private void postGroup(NamedCsvRecord row) {
        var beat = Beat.of(row.getField("place"), units);
        String count = row.getField("count");
        int size =
                count.endsWith(EACH)
                        ? beat.units().size()
                                * Integer.parseInt(
                                        count.substring(0, count.length() - EACH.length()))
                        : Integer.parseInt(count);
        var group =
                new Group(
                        row.getField("department"), Post.valueOf(row.getField("post")), beat, size);
        for (int person = 0; person < size; person++) {
            String prefix = row.getField("prefix");
            int number = numbers.merge(prefix, 1, Integer::sum);
            employ("%s%04d".formatted(prefix, number), names.name(random), group, person);
        }
    }

    private void employ(String staffNo, String name, Group group, int person) {
        var share = group.beat().share(person, group.size());
        String department =
                group.department().equals(OF_THE_UNIT) ? share.getFirst() : group.department();
        people.add(
                new NewPerson(staffNo, name, department, Optional.of(joined()), Optional.empty()));
        Optional<LocalDate> last =
                group.post() == Post.ENFORCEMENT_OFFICER
                        ? Optional.of(certify(staffNo))
                        : Optional.empty();
        for (var unit : share) {
            postings.add(
                    new NewPosting(
                            staffNo,
                            group.post(),
                            department,
                            group.beat().level(),
                            unit,
                            founded,
                            last));
        }
    }

    private LocalDate joined() {
        return LocalDate.of(FIRST_YEAR + random.nextInt(YEARS), 1, 1).plusDays(random.nextInt(360));
    }

    /// Certificates one after the other, from before the founding to beyond the next year.
    ///
    /// @return the last day they cover
    private LocalDate certify(String staffNo) {
        var issued = founded.minusDays(1 + random.nextInt(350));
        String number = "鄂H%06d".formatted(100_000 + random.nextInt(900_000));
        int renewals = 0;
        while (true) {
            var expires = issued.plusYears(CERTIFICATE_YEARS).minusDays(1);
            certificates.add(
                    new NewCertificate(
                            staffNo,
                            "%s-%s-%d".formatted(number, staffNo, renewals),
                            issued,
                            expires));
            if (expires.isAfter(today.plusYears(1))) {
                return expires;
            }
            issued = expires.plusDays(1);
            renewals++;
        }
    }
}
