package city.gewu.demo.staffing;

import city.gewu.demo.book.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Makes up names of people; common surnames come more often.
final class NameMaker {

    private final List<String> surnames = parts("surname");
    private final List<String> given = parts("given");

    /// Each part as often as its weight says.
    private static List<String> parts(String part) {
        var parts = new ArrayList<String>();
        for (var row : Table.read("plan/names.csv")) {
            if (row.getField("part").equals(part)) {
                for (int i = 0; i < Integer.parseInt(row.getField("weight")); i++) {
                    parts.add(row.getField("text"));
                }
            }
        }
        return parts;
    }

    String name(Random random) {
        return surnames.get(random.nextInt(surnames.size()))
                + given.get(random.nextInt(given.size()));
    }
}
