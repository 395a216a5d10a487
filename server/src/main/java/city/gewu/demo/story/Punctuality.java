package city.gewu.demo.story;

import city.gewu.demo.book.Table;
import java.util.HashMap;
import java.util.Map;

/// How well a department works, so that tables of figures have something to tell.
///
/// @param late share of cases it does not finish in time
/// @param returned share it sends back to the dispatcher
/// @param failed share that does not pass the check
record Punctuality(double late, double returned, double failed) {

    static Map<String, Punctuality> byDepartment() {
        var all = new HashMap<String, Punctuality>();
        Table.read("plan/punctuality.csv")
                .forEach(row ->
                        all.put(
                                row.getField("department"),
                                new Punctuality(
                                        Table.number(row, "late"),
                                        Table.number(row, "returned"),
                                        Table.number(row, "failed"))));
        return all;
    }
}
