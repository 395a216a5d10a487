package city.gewu.people.usecase;

import city.gewu.people.Area;
import city.gewu.people.People;
import city.gewu.people.Post;
import city.gewu.people.Staff.Person;
import city.gewu.people.Staff.Posting;
import city.gewu.people.table.TableRow;
import city.gewu.people.table.Words;
import city.gewu.platform.Refusal;
import city.gewu.platform.RefusedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Reads rows as postings.
final class PostingRows {

    private final KnownPeople known;
    private final People people;
    private final CityDay day;

    PostingRows(KnownPeople known, People people, CityDay day) {
        this.known = known;
        this.people = people;
        this.day = day;
    }

    /// What a row asks for.
    ///
    /// @param principal whom the person stands in for
    /// @param badGround why the ground is none of today's; a posting that stands there may be ended
    record Wanted(
            TableRow row,
            Posting posting,
            Optional<Person> principal,
            Optional<RefusedException> badGround) {

        String key() {
            var area = posting.area();
            return String.join(
                    " ",
                    row.text("staff_no"),
                    posting.post().name(),
                    posting.department(),
                    area.level(),
                    area.unit(),
                    posting.firstDay().toString(),
                    row.text("deputy_for"));
        }
    }

    /// Those that can be read, one for each posting.
    List<Wanted> read(List<TableRow> rows) {
        var first = new LinkedHashMap<String, TableRow>();
        var all = new ArrayList<Wanted>();
        for (var row : rows) {
            var wanted = read(row);
            if (Rows.isFirst(row, wanted.key(), first)) {
                all.add(wanted);
            }
        }
        return all;
    }

    private Wanted read(TableRow row) {
        var person = person(row, "staff_no");
        var principal =
                row.text("deputy_for").isEmpty()
                        ? Optional.<Person>empty()
                        : person(row, "deputy_for");
        String level = day.level(row.text("level"));
        String unit = row.text("unit");
        Area area;
        Optional<RefusedException> badGround = Optional.empty();
        try {
            area = day.area(level, unit);
        } catch (RefusedException e) {
            area = new Area(level, unit, Integer.MAX_VALUE);
            badGround = Optional.of(e);
        }
        var posting =
                new Posting(
                        0,
                        person.map(Person::id).orElse(""),
                        post(row),
                        department(row),
                        area,
                        row.day("first_day"),
                        row.findDay("last_day"),
                        Optional.empty());
        return new Wanted(row, posting, principal, badGround);
    }

    private Optional<Person> person(TableRow row, String column) {
        var person = known.find(row.text(column));
        if (person.isEmpty()) {
            row.reject(column, KnownPeople.unknown(row.text(column)));
        }
        return person;
    }

    private static Post post(TableRow row) {
        var post = Words.findPost(row.text("post"));
        if (post.isEmpty()) {
            row.reject(
                    "post",
                    new Refusal(
                            "people.unknown-post",
                            "There is no post (%s).".formatted(row.text("post")),
                            "Write a post as the export writes it."));
        }
        return post.orElse(Post.CITIZEN);
    }

    private String department(TableRow row) {
        String code = row.text("department");
        try {
            Departments.require(people, code);
        } catch (RefusedException e) {
            row.reject("department", e.refusal());
        }
        return code;
    }
}
