package city.gewu.casework.web;

import city.gewu.casework.model.UnitFact;
import city.gewu.casework.usecase.UnitLedgers.Behind;
import city.gewu.casework.usecase.UnitLedgers.Line;
import city.gewu.platform.FormulaGuard;
import city.gewu.platform.Moments;
import city.gewu.platform.Named;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A ledger of the units as a table for people, in their language and the city's time.
final class LedgerSheet {

    private final Names names;
    private final ZoneId zone;
    private final boolean english;

    LedgerSheet(Names names, ZoneId zone, boolean english) {
        this.names = names;
        this.zone = zone;
        this.english = english;
    }

    List<String> header() {
        var header = new ArrayList<>(List.of(word("ledger.code"), word("ledger.name")));
        header.add(word("fact." + UnitFact.DISPATCHED.code()));
        for (var fact : UnitFact.exceptions()) {
            var name = word("fact." + fact.code());
            header.add(name);
            header.add(name + " " + word("ledger.ratio"));
        }
        return header;
    }

    /// A ratio has four digits, and no text where nothing was dispatched.
    List<Object> row(Line line, String by) {
        var cells =
                new ArrayList<Object>(
                        List.of(
                                FormulaGuard.guarded(line.subject()),
                                FormulaGuard.guarded(text(names.subject(by, line.subject()))),
                                line.count(UnitFact.DISPATCHED)));
        for (var fact : UnitFact.exceptions()) {
            cells.add(line.count(fact));
            cells.add(
                    line.ratio(fact)
                            .<Object>map(ratio -> Math.round(ratio * 10_000) / 10_000.0)
                            .orElse(""));
        }
        return cells;
    }

    List<String> entryHeader() {
        return Stream.of(
                        "column.case_no",
                        "column.category_name",
                        "column.address",
                        "ledger.had_by",
                        "ledger.at",
                        "ledger.times",
                        "ledger.words",
                        "column.state",
                        "column.due_at",
                        "column.review_on",
                        "column.appeal")
                .map(this::word)
                .toList();
    }

    List<String> entry(Behind behind) {
        var entry = behind.entry();
        return Stream.of(
                        entry.caseNo(),
                        text(names.category(entry.category())),
                        entry.address(),
                        text(names.subject("department", entry.department())),
                        moment(entry.at()),
                        String.valueOf(entry.times()),
                        entry.words(),
                        word("state." + kebab(entry.state())),
                        entry.dueAt().map(this::moment).orElse(""),
                        entry.reviewOn().map(String::valueOf).orElse(""),
                        entry.appeal().isEmpty() ? "" : word("appeal." + kebab(entry.appeal())))
                .map(FormulaGuard::guarded)
                .toList();
    }

    private String word(String key) {
        return CaseSheet.findWords(key).map(this::text).orElse(key.substring(key.indexOf('.') + 1));
    }

    private String text(Named name) {
        return english && !name.en().isBlank() ? name.en() : name.zh();
    }

    private String moment(Instant moment) {
        return Moments.minute(moment, zone);
    }

    private static String kebab(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
