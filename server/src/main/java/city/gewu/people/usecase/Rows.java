package city.gewu.people.usecase;

import city.gewu.people.table.TableRow;
import city.gewu.platform.Refusal;
import java.util.Map;
import java.util.Objects;

/// Rows by what they are about.
final class Rows {

    private Rows() {}

    /// Keeps the first good row about something, and rejects another one about the same.
    static boolean isFirst(TableRow row, String key, Map<String, TableRow> rows) {
        if (row.isRejected()) {
            return false;
        }
        var before = rows.putIfAbsent(key, row);
        if (before != null) {
            row.reject(
                    "",
                    new Refusal(
                            "people.repeated-row",
                            "The row is about the same (%s) as line (%d)."
                                    .formatted(key, before.line()),
                            "Keep one of the two."));
        }
        return before == null;
    }

    static TableRow get(Map<String, TableRow> rows, String key) {
        return Objects.requireNonNull(rows.get(key));
    }
}
