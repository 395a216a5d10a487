package city.gewu.people.table;

import city.gewu.people.sheet.Sheet;
import city.gewu.people.sheet.Sheet.Line;
import city.gewu.people.sheet.SheetReader;
import city.gewu.people.table.TableKind.Column;
import city.gewu.platform.Refusal;
import city.gewu.platform.RefusedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/// A file as a table of one kind.
///
/// @param sheet as it was read
public record TableFile(TableKind kind, Sheet sheet, List<TableRow> rows) {

    public TableFile {
        rows = List.copyOf(rows);
    }

    /// Refused with `people.missing-columns` or `people.bad-columns` when the file is another table
    /// than it should be.
    public static TableFile read(TableKind kind, byte[] file) {
        var sheet = SheetReader.read(file);
        var columns = columns(kind, sheet.header());
        requireColumns(kind, columns);
        if (sheet.lines().isEmpty()) {
            throw new RefusedException(
                    "people.empty-table",
                    "The file has a row of column names and no row below it.",
                    "Send a file with at least one row.");
        }
        return new TableFile(
                kind, sheet, sheet.lines().stream().map(line -> row(line, columns)).toList());
    }

    private static List<String> columns(TableKind kind, List<String> header) {
        var names = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (var title : header) {
            var column = kind.findColumn(title);
            if (column.isEmpty() || !seen.add(column.get().name())) {
                throw new RefusedException(
                        "people.bad-columns",
                        "The column (%s) is not of the table (%s), or stands there twice."
                                .formatted(title.strip(), kind.code()),
                        "Keep only the columns (%s).".formatted(titles(kind.columns())));
            }
            names.add(column.get().name());
        }
        return names;
    }

    private static void requireColumns(TableKind kind, List<String> columns) {
        var missing =
                kind.columns().stream()
                        .filter(column -> column.required() && !columns.contains(column.name()))
                        .toList();
        if (!missing.isEmpty()) {
            throw new RefusedException(
                    "people.missing-columns",
                    "The file lacks columns (%s) of the table (%s)."
                            .formatted(titles(missing), kind.code()),
                    "Add the columns, or choose the kind of table that the file is.");
        }
    }

    private static String titles(List<Column> columns) {
        return columns.stream()
                .map(column -> column.name() + " " + column.titles().getFirst())
                .collect(Collectors.joining(", "));
    }

    private static TableRow row(Line line, List<String> columns) {
        var cells = new HashMap<String, String>();
        for (int i = 0; i < Math.min(columns.size(), line.cells().size()); i++) {
            cells.put(columns.get(i), line.cells().get(i));
        }
        var row = new TableRow(line.number(), cells);
        if (!line.fits()) {
            row.reject(
                    "",
                    new Refusal(
                            "people.bad-row",
                            "The row has %d cells and the header has %d."
                                    .formatted(line.cells().size(), columns.size()),
                            "Put cells that hold a comma or a line end in quotes."));
        }
        return row;
    }
}
