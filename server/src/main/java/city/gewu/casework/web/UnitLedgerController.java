package city.gewu.casework.web;

import city.gewu.casework.model.UnitFact;
import city.gewu.casework.usecase.UnitLedgers;
import city.gewu.casework.usecase.UnitLedgers.Cursor;
import city.gewu.casework.usecase.UnitLedgers.Line;
import city.gewu.casework.usecase.UnitLedgers.Question;
import city.gewu.casework.web.TableFile.RowWriter;
import city.gewu.casework.web.UnitLedgerBodies.EntriesBody;
import city.gewu.casework.web.UnitLedgerBodies.EntryBody;
import city.gewu.casework.web.UnitLedgerBodies.LedgerBody;
import city.gewu.casework.web.UnitLedgerBodies.LineBody;
import city.gewu.catalogue.Catalogue;
import city.gewu.people.Actor;
import city.gewu.people.People;
import city.gewu.people.SignedIn;
import city.gewu.platform.Needs;
import city.gewu.platform.RefusedException;
import city.gewu.platform.Right;
import city.gewu.territory.Territory;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Ledgers of each department and each unit of the city, and the cases behind their numbers.
@RestController
@Needs(Right.READ_LEDGERS)
@RequestMapping("/api/ledgers")
class UnitLedgerController {

    private static final int LONGEST_PAGE = 200;
    private static final int EXPORT_PAGE = 1000;

    private final UnitLedgers ledgers;
    private final Catalogue catalogue;
    private final People people;
    private final Territory territory;

    UnitLedgerController(
            UnitLedgers ledgers, Catalogue catalogue, People people, Territory territory) {
        this.ledgers = ledgers;
        this.catalogue = catalogue;
        this.people = people;
        this.territory = territory;
    }

    /// One number of a ledger.
    record EntriesRequest(
            @Nullable String period,
            @Nullable String by,
            @Nullable String subject,
            @Nullable String fact) {

        Question question() {
            var code = fact == null ? "" : fact;
            return new Question(
                    period == null ? "" : period,
                    by == null ? "department" : by,
                    subject == null ? "" : subject,
                    UnitFact.findFact(code)
                            .orElseThrow(() ->
                                    new RefusedException(
                                            "casework.unknown-fact",
                                            "A ledger counts no (%s).".formatted(code),
                                            "Ask for one of the facts of /api/ledgers.")));
        }
    }

    /// The ledger of a month, a quarter or a year.
    ///
    /// @param by `department`, or the code of a level
    @GetMapping
    LedgerBody get(
            @RequestParam String period,
            @RequestParam(defaultValue = "department") String by,
            @SignedIn Actor actor) {
        var names = names();
        return new LedgerBody(
                period,
                by,
                ledgers.listKinds(),
                UnitFact.exceptions().stream().map(UnitFact::code).toList(),
                ledgers.listLines(period, by, actor).stream()
                        .map(line -> LineBody.of(line, names.subject(by, line.subject())))
                        .toList());
    }

    /// The cases behind a number, the last that happened first.
    @GetMapping("/cases")
    EntriesBody list(
            EntriesRequest request,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            @SignedIn Actor actor) {
        var names = names();
        var question = request.question();
        var page =
                ledgers.listBehind(
                        question,
                        Optional.ofNullable(cursor).map(UnitLedgerController::cursor),
                        Math.clamp(limit, 1, LONGEST_PAGE),
                        actor);
        return new EntriesBody(
                question.period(),
                question.by(),
                question.subject(),
                names.subject(question.by(), question.subject()),
                question.fact().code(),
                page.cases().stream().map(one -> EntryBody.of(one, names)).toList(),
                page.next().map(next -> next.at() + "_" + next.id()).orElse(null));
    }

    /// @param lang `zh` or `en`
    @GetMapping("/export.csv")
    void csv(
            @RequestParam String period,
            @RequestParam(defaultValue = "department") String by,
            @RequestParam(defaultValue = "zh") String lang,
            @SignedIn Actor actor,
            HttpServletResponse response)
            throws IOException {
        var lines = ledgers.listLines(period, by, actor);
        var sheet = sheet(lang);
        TableFile.csv(response, "ledger", sheet.header(), rows -> write(lines, by, sheet, rows));
    }

    /// @param lang `zh` or `en`
    @GetMapping("/export.xlsx")
    void xlsx(
            @RequestParam String period,
            @RequestParam(defaultValue = "department") String by,
            @RequestParam(defaultValue = "zh") String lang,
            @SignedIn Actor actor,
            HttpServletResponse response)
            throws IOException {
        var lines = ledgers.listLines(period, by, actor);
        var sheet = sheet(lang);
        TableFile.xlsx(response, "ledger", sheet.header(), rows -> write(lines, by, sheet, rows));
    }

    /// The cases behind a number, all of them.
    ///
    /// @param lang `zh` or `en`
    @GetMapping("/cases/export.csv")
    void casesCsv(
            EntriesRequest request,
            @RequestParam(defaultValue = "zh") String lang,
            @SignedIn Actor actor,
            HttpServletResponse response)
            throws IOException {
        var question = request.question();
        var sheet = sheet(lang);
        TableFile.csv(
                response,
                "ledger-cases",
                sheet.entryHeader(),
                rows -> writeEntries(question, actor, sheet, rows));
    }

    /// The same for spreadsheets.
    ///
    /// @param lang `zh` or `en`
    @GetMapping("/cases/export.xlsx")
    void casesXlsx(
            EntriesRequest request,
            @RequestParam(defaultValue = "zh") String lang,
            @SignedIn Actor actor,
            HttpServletResponse response)
            throws IOException {
        var question = request.question();
        var sheet = sheet(lang);
        TableFile.xlsx(
                response,
                "ledger-cases",
                sheet.entryHeader(),
                rows -> writeEntries(question, actor, sheet, rows));
    }

    private static void write(List<Line> lines, String by, LedgerSheet sheet, RowWriter rows)
            throws IOException {
        for (var line : lines) {
            rows.write(sheet.row(line, by));
        }
    }

    private void writeEntries(Question question, Actor actor, LedgerSheet sheet, RowWriter rows)
            throws IOException {
        Optional<Cursor> after = Optional.empty();
        do {
            var page = ledgers.listBehind(question, after, EXPORT_PAGE, actor);
            for (var one : page.cases()) {
                rows.write(sheet.entry(one));
            }
            after = page.next();
        } while (after.isPresent());
    }

    private LedgerSheet sheet(String lang) {
        return new LedgerSheet(names(), territory.getCity().zone(), lang.equals("en"));
    }

    private Names names() {
        return new Names(catalogue, people, territory);
    }

    /// `<moment>_<case>`: opaque to callers.
    private static Cursor cursor(String text) {
        int gap = text.indexOf('_');
        try {
            return new Cursor(
                    Instant.parse(text.substring(0, gap)), Long.parseLong(text.substring(gap + 1)));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("The cursor (%s) is none.".formatted(text), e);
        }
    }
}
