package city.gewu.casework.web;

import city.gewu.casework.store.CaseLine;
import city.gewu.casework.store.CaseListStore.Cursor;
import city.gewu.casework.usecase.CaseDesk;
import city.gewu.casework.usecase.CaseDesk.Wanted;
import city.gewu.casework.web.CaseController.ListRequest;
import city.gewu.catalogue.Catalogue;
import city.gewu.people.Actor;
import city.gewu.people.People;
import city.gewu.people.SignedIn;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import city.gewu.territory.Territory;
import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A list of cases as a file, of any length: it is read and sent page by page, and no connection to
/// the database is held between two pages.
@RestController
@Needs(Right.READ_CASES)
@RequestMapping("/api/cases")
class CaseExportController {

    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /// Spreadsheets end at 1,048,576 rows; the first is the header.
    static final int ROWS_OF_A_SHEET = 1_048_575;

    private final CaseDesk desk;
    private final Catalogue catalogue;
    private final People people;
    private final Territory territory;
    private final Clock clock;

    CaseExportController(
            CaseDesk desk, Catalogue catalogue, People people, Territory territory, Clock clock) {
        this.desk = desk;
        this.catalogue = catalogue;
        this.people = people;
        this.territory = territory;
        this.clock = clock;
    }

    @FunctionalInterface
    private interface RowWriter {

        void write(List<String> row) throws IOException;
    }

    /// The list that the same address without `/export.csv` pages through, whole.
    ///
    /// @param lang `zh` or `en`
    @GetMapping("/export.csv")
    void csv(
            ListRequest request,
            @RequestParam(defaultValue = "zh") String lang,
            @SignedIn Actor actor,
            HttpServletResponse response)
            throws IOException {
        var wanted = request.toWanted();
        name(response, "text/csv;charset=UTF-8", "cases.csv");
        var sheet = sheet(lang);
        var out = response.getOutputStream();
        out.write(UTF_8_MARK);
        try (var csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8)) {
            csv.writeRecord(sheet.header());
            writeRows(wanted, actor, sheet, row -> csv.writeRecord(row));
        }
    }

    /// The same for spreadsheets; further sheets when one is full.
    @GetMapping("/export.xlsx")
    void xlsx(
            ListRequest request,
            @RequestParam(defaultValue = "zh") String lang,
            @SignedIn Actor actor,
            HttpServletResponse response)
            throws IOException {
        var wanted = request.toWanted();
        name(
                response,
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "cases.xlsx");
        var sheet = sheet(lang);
        try (var workbook = new Workbook(response.getOutputStream(), "Gewu", null)) {
            var sheets = new Sheets(workbook, sheet.header());
            writeRows(wanted, actor, sheet, sheets::write);
            sheets.finish();
        }
    }

    private CaseSheet sheet(String lang) {
        return new CaseSheet(
                new Names(catalogue, people, territory),
                territory.getCity().zone(),
                lang.equals("en"),
                clock.instant());
    }

    private static void name(HttpServletResponse response, String type, String file) {
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + file + "\"");
        response.setHeader("Cache-Control", "no-store");
    }

    private void writeRows(Wanted wanted, Actor actor, CaseSheet sheet, RowWriter rows)
            throws IOException {
        Optional<Cursor> after = Optional.empty();
        do {
            var page = desk.listForExport(wanted, after, actor);
            for (CaseLine line : page.rows()) {
                rows.write(sheet.row(line));
            }
            after = page.next();
        } while (after.isPresent());
    }

    /// Sheets that are filled one after another and kept in memory only in part.
    private static final class Sheets {

        private static final int FLUSH_AFTER = 1000;

        private final Workbook workbook;
        private final List<String> header;
        private Worksheet sheet;
        private int number = 1;
        private int row;

        Sheets(Workbook workbook, List<String> header) {
            this.workbook = workbook;
            this.header = header;
            this.sheet = open(workbook, header, number);
        }

        private static Worksheet open(Workbook workbook, List<String> header, int number) {
            var sheet = workbook.newWorksheet("cases " + number);
            for (int column = 0; column < header.size(); column++) {
                sheet.value(0, column, header.get(column));
                sheet.style(0, column).bold().set();
            }
            sheet.freezePane(0, 1);
            return sheet;
        }

        void write(List<String> cells) throws IOException {
            if (row == ROWS_OF_A_SHEET) {
                sheet.finish();
                number++;
                sheet = open(workbook, header, number);
                row = 0;
            }
            row++;
            for (int column = 0; column < cells.size(); column++) {
                if (!cells.get(column).isEmpty()) {
                    sheet.inlineString(row, column, cells.get(column));
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
