package city.gewu.casework.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A table as a file on its way to somebody, of any length: rows are written as they come.
final class TableFile {

    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /// Spreadsheets end at 1,048,576 rows; the first is the header.
    private static final int ROWS_OF_A_SHEET = 1_048_575;

    private static final int FLUSH_AFTER = 1000;

    private TableFile() {}

    /// Takes a row; a spreadsheet keeps numbers as numbers.
    @FunctionalInterface
    interface RowWriter {

        void write(List<?> row) throws IOException;
    }

    /// Gives all rows.
    @FunctionalInterface
    interface Rows {

        void writeTo(RowWriter writer) throws IOException;
    }

    /// @param name without the ending
    static void csv(HttpServletResponse response, String name, List<String> header, Rows rows)
            throws IOException {
        describe(response, "text/csv;charset=UTF-8", name + ".csv");
        var out = response.getOutputStream();
        out.write(UTF_8_MARK);
        try (var csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8)) {
            csv.writeRecord(header);
            rows.writeTo(row -> csv.writeRecord(row.stream().map(String::valueOf).toList()));
        }
    }

    /// The same for spreadsheets; further sheets when one is full.
    static void xlsx(HttpServletResponse response, String name, List<String> header, Rows rows)
            throws IOException {
        describe(
                response,
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                name + ".xlsx");
        try (var workbook = new Workbook(response.getOutputStream(), "Gewu", null)) {
            var sheets = new Sheets(workbook, name, header);
            rows.writeTo(sheets::write);
            sheets.finish();
        }
    }

    private static void describe(HttpServletResponse response, String type, String file) {
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + file + "\"");
        response.setHeader("Cache-Control", "no-store");
    }

    /// Sheets that are filled one after another and kept in memory only in part.
    private static final class Sheets {

        private final Workbook workbook;
        private final String name;
        private final List<String> header;
        private Worksheet sheet;
        private int number = 1;
        private int row;

        Sheets(Workbook workbook, String name, List<String> header) {
            this.workbook = workbook;
            this.name = name;
            this.header = header;
            this.sheet = open(workbook, name, header, number);
        }

        private static Worksheet open(
                Workbook workbook, String name, List<String> header, int number) {
            var sheet = workbook.newWorksheet(name + " " + number);
            for (int column = 0; column < header.size(); column++) {
                sheet.value(0, column, header.get(column));
                sheet.style(0, column).bold().set();
            }
            sheet.freezePane(0, 1);
            return sheet;
        }

        void write(List<?> cells) throws IOException {
            if (row == ROWS_OF_A_SHEET) {
                sheet.finish();
                number++;
                sheet = open(workbook, name, header, number);
                row = 0;
            }
            row++;
            for (int column = 0; column < cells.size(); column++) {
                var cell = cells.get(column);
                if (cell instanceof Number value) {
                    sheet.value(row, column, value);
                } else if (!cell.toString().isEmpty()) {
                    sheet.inlineString(row, column, cell.toString());
                }
            }
            if (row % FLUSH_AFTER == 0) {
                sheet.flush();
            }
        }

        void finish() throws IOException {
            sheet.finish();
        }
    }
}
