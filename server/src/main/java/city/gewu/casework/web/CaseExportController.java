package city.gewu.casework.web;

import city.gewu.audit.Audit;
import city.gewu.audit.AuditEntry;
import city.gewu.casework.store.CaseLine;
import city.gewu.casework.store.CaseListStore.Cursor;
import city.gewu.casework.usecase.CaseDesk;
import city.gewu.casework.usecase.Wanted;
import city.gewu.casework.web.TableFile.RowWriter;
import city.gewu.catalogue.Catalogue;
import city.gewu.people.Actor;
import city.gewu.people.People;
import city.gewu.people.SignedIn;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import city.gewu.territory.Territory;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
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

    private final CaseDesk desk;
    private final Catalogue catalogue;
    private final People people;
    private final Territory territory;
    private final Audit audit;
    private final Clock clock;

    CaseExportController(
            CaseDesk desk, Catalogue catalogue, People people, Territory territory, Audit audit, Clock clock) {
        this.desk = desk;
        this.catalogue = catalogue;
        this.people = people;
        this.territory = territory;
        this.audit = audit;
        this.clock = clock;
    }

    /// The list that the same address without `/export.csv` pages through, whole.
    ///
    /// @param columns columns of the list by their names, separated by commas; all when empty
    /// @param lang `zh` or `en`
    @GetMapping("/export.csv")
    void csv(
            ListRequest request,
            @RequestParam(defaultValue = "") String columns,
            @RequestParam(defaultValue = "zh") String lang,
            @SignedIn Actor actor,
            HttpServletResponse response)
            throws IOException {
        var wanted = request.toWanted();
        var sheet = sheet(columns, lang);
        record(actor, wanted, "csv", columns);
        TableFile.csv(
                response, "cases", sheet.header(), rows -> writeRows(wanted, actor, sheet, rows));
    }

    /// The same for spreadsheets; further sheets when one is full.
    @GetMapping("/export.xlsx")
    void xlsx(
            ListRequest request,
            @RequestParam(defaultValue = "") String columns,
            @RequestParam(defaultValue = "zh") String lang,
            @SignedIn Actor actor,
            HttpServletResponse response)
            throws IOException {
        var wanted = request.toWanted();
        var sheet = sheet(columns, lang);
        record(actor, wanted, "xlsx", columns);
        TableFile.xlsx(
                response, "cases", sheet.header(), rows -> writeRows(wanted, actor, sheet, rows));
    }

    /// A list that leaves the house leaves a trace, whether or not its reader takes all of it. What
    /// was searched for may be somebody's name and is not in it.
    private void record(Actor actor, Wanted wanted, String format, String columns) {
        audit.record(
                AuditEntry.done(
                        actor.id(),
                        "cases.export",
                        wanted.view().code(),
                        Map.of("format", format, "columns", columns)));
    }

    private CaseSheet sheet(String columns, String lang) {
        return new CaseSheet(
                CaseSheet.columns(columns),
                new Names(catalogue, people, territory),
                territory.getCity().zone(),
                lang.equals("en"),
                clock.instant());
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
}
