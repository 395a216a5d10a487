package city.gewu.people.table;

import city.gewu.platform.FormulaGuard;
import city.gewu.platform.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// One row of a file, read by the names of its columns. What cannot be read is gathered as rejects;
/// the row then counts for nothing.
public final class TableRow {

    /// `2026-09-01`, `2026/9/1`, `2026.9.1`, `20260901`, `2026年9月1日`.
    private static final Pattern DAY =
            Pattern.compile(
                    "(\\d{4})(?:[-/.](\\d{1,2})[-/.](\\d{1,2})|(\\d{2})(\\d{2})|年(\\d{1,2})月(\\d{1,2})日)");

    private final int line;
    private final Map<String, String> cells;
    private final List<Reject> rejects = new ArrayList<>();

    TableRow(int line, Map<String, String> cells) {
        this.line = line;
        this.cells = Map.copyOf(cells);
    }

    /// Why a row is not taken.
    ///
    /// @param column name of the column, or empty text for the row as a whole
    public record Reject(int line, String column, String value, Refusal why) {}

    public int line() {
        return line;
    }

    /// Whether the file has the column at all; what it has not, stays as it is.
    public boolean has(String column) {
        return cells.containsKey(column);
    }

    public String text(String column) {
        return FormulaGuard.unguarded(cells.getOrDefault(column, "")).strip();
    }

    public Optional<LocalDate> findDay(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var found = DAY.matcher(text);
        if (found.matches()) {
            try {
                return Optional.of(
                        LocalDate.of(
                                Integer.parseInt(found.group(1)),
                                number(found.group(2), found.group(4), found.group(6)),
                                number(found.group(3), found.group(5), found.group(7))));
            } catch (DateTimeException _) {
                // No such day: rejected below, like any other text.
            }
        }
        reject(
                column,
                new Refusal(
                        "people.bad-day",
                        "The text (%s) is no day.".formatted(text),
                        "Write the day as 2026-09-01."));
        return Optional.empty();
    }

    private static int number(String... oneOfThem) {
        for (var text : oneOfThem) {
            if (text != null) {
                return Integer.parseInt(text);
            }
        }
        throw new DateTimeException("no number");
    }

    /// The day, or any day when there is none and the row is rejected.
    public LocalDate day(String column) {
        var day = findDay(column);
        if (day.isEmpty() && text(column).isEmpty()) {
            reject(
                    column,
                    new Refusal(
                            "people.missing-value",
                            "The column (%s) is empty.".formatted(column),
                            "Fill it in."));
        }
        return day.orElse(LocalDate.EPOCH);
    }

    public void reject(String column, Refusal why) {
        rejects.add(new Reject(line, column, column.isEmpty() ? "" : text(column), why));
    }

    public boolean isRejected() {
        return !rejects.isEmpty();
    }

    public List<Reject> rejects() {
        return List.copyOf(rejects);
    }
}
