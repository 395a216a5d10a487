package city.gewu.people;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.database.TestDatabase;
import city.gewu.people.Scope.Part;
import city.gewu.platform.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The condition in SQL and the [Scope] in Java are two ways to say one thing.
class SightTest {

    private static final String RECORDS =
            """
            select f.id
            from (
              select id, reporter, department,
                string_to_array(assisting, ' ') as assisting,
                string_to_array(places, ' ') as places
              from unnest(:ids::int[], :reporters::text[], :departments::text[],
                :assistings::text[], :placed::text[])
                as n (id, reporter, department, assisting, places)
            ) f
            where true
              /* filters */
            order by f.id
            """;

    private static final Area DISTRICT = new Area("district", "D1", 1);
    private static final Area STREET = new Area("street", "S2", 2);

    private static final List<Scope> SCOPES =
            List.of(
                    new Scope(true, "p1", List.of()),
                    new Scope(false, "p1", List.of()),
                    new Scope(false, "p1", List.of(new Part("", DISTRICT))),
                    new Scope(false, "p1", List.of(new Part("", STREET), new Part("", DISTRICT))),
                    new Scope(false, "p1", List.of(new Part("DB", Area.CITY))),
                    new Scope(false, "p1", List.of(new Part("DB", STREET))),
                    new Scope(
                            false,
                            "p1",
                            List.of(new Part("DB", Area.CITY), new Part("DBZ", Area.CITY))),
                    new Scope(
                            false, "p1", List.of(new Part("DB", DISTRICT), new Part("", STREET))));

    private final JdbcClient db = JdbcClient.create(TestDatabase.fresh());
    private final List<Entry> entries = entries();

    private record Entry(
            String reporter, String department, List<String> assisting, List<String> places) {}

    @Test
    void theConditionFindsWhatTheScopeCovers() {
        for (Scope scope : SCOPES) {
            assertThat(find(Sight.narrow(new Where(), scope)))
                    .as("%s", scope)
                    .isEqualTo(covered(scope, true, true));
        }
    }

    @Test
    void onAScreenTheOwnReportsDoNotCount() {
        for (Scope scope : SCOPES) {
            assertThat(find(Sight.narrowToParts(new Where(), scope.all(), scope.parts())))
                    .as("%s", scope)
                    .isEqualTo(covered(scope, false, true));
        }
    }

    @Test
    void whatConcernsNoOrganisationYetIsSeenByItsGroundAlone() {
        for (Scope scope : SCOPES) {
            assertThat(find(Sight.narrowToGround(new Where(), scope)))
                    .as("%s", scope)
                    .isEqualTo(covered(scope, false, false));
        }
    }

    private List<Integer> covered(Scope scope, boolean own, boolean organisations) {
        var found = new ArrayList<Integer>();
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var departments = Stream.concat(Stream.of(entry.department), entry.assisting.stream());
            if (scope.covers(
                    own ? entry.reporter : "",
                    organisations ? departments.toList() : List.of(),
                    entry.places)) {
                found.add(i);
            }
        }
        return found;
    }

    private List<Integer> find(Where where) {
        return db.sql(where.into(RECORDS))
                .params(where.values())
                .param(
                        "ids",
                        Stream.iterate(0, i -> i + 1).limit(entries.size()).toArray(Integer[]::new))
                .param("reporters", texts(entries.stream().map(Entry::reporter)))
                .param("departments", texts(entries.stream().map(Entry::department)))
                .param("assistings", lists(entries.stream().map(Entry::assisting)))
                .param("placed", lists(entries.stream().map(Entry::places)))
                .query((row, _) -> row.getInt("id"))
                .list();
    }

    private static String[] lists(Stream<List<String>> lists) {
        return texts(lists.map(list -> String.join(" ", list)));
    }

    private static String[] texts(Stream<String> texts) {
        return texts.toArray(String[]::new);
    }

    private static List<Entry> entries() {
        var all = new ArrayList<Entry>();
        for (String reporter : List.of("p1", "p2")) {
            for (String department : List.of("", "DB", "SZ")) {
                for (var assisting : List.of(List.<String>of(), List.of("DBZ", "X"))) {
                    for (var places :
                            List.of(List.<String>of(), List.of("D1", "S1"), List.of("D2", "S2"))) {
                        all.add(new Entry(reporter, department, assisting, places));
                    }
                }
            }
        }
        return List.copyOf(all);
    }
}
