package city.gewu.casework.web;

import city.gewu.casework.model.UnitFact;
import city.gewu.casework.usecase.UnitLedgers.Behind;
import city.gewu.casework.usecase.UnitLedgers.Line;
import city.gewu.platform.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Ledgers of the units as JSON.
final class UnitLedgerBodies {

    private UnitLedgerBodies() {}

    /// @param kinds what else there are ledgers by
    /// @param facts what is counted, in the order of the columns
    record LedgerBody(
            String period,
            String by,
            List<String> kinds,
            List<String> facts,
            List<LineBody> lines) {}

    /// @param code of the unit; empty text for cases that nobody had
    record LineBody(String code, Named name, long dispatched, Map<String, FigureBody> figures) {

        static LineBody of(Line line, Named name) {
            var figures = new LinkedHashMap<String, FigureBody>();
            for (var fact : UnitFact.exceptions()) {
                figures.put(
                        fact.code(),
                        new FigureBody(line.count(fact), line.ratio(fact).orElse(null)));
            }
            return new LineBody(line.subject(), name, line.count(UnitFact.DISPATCHED), figures);
        }
    }

    /// @param ratio to the cases dispatched in the period; absent when there were none
    record FigureBody(long cases, @Nullable Double ratio) {}

    /// @param next cursor of the next page; absent on the last
    record EntriesBody(
            String period,
            String by,
            String subject,
            Named name,
            String fact,
            List<EntryBody> items,
            @Nullable String next) {}

    /// @param at when it last happened in the period
    /// @param times how often it did
    /// @param department who had the case then
    /// @param words what was said then; absent when nothing was
    /// @param inSight whether the reader may open the case
    record EntryBody(
            long id,
            String caseNo,
            String category,
            Named categoryName,
            String address,
            String state,
            String department,
            Named departmentName,
            Instant at,
            int times,
            @Nullable String words,
            @Nullable Instant dueAt,
            @Nullable LocalDate reviewOn,
            @Nullable String appealed,
            boolean inSight) {

        static EntryBody of(Behind behind, Names names) {
            var entry = behind.entry();
            return new EntryBody(
                    entry.id(),
                    entry.caseNo(),
                    entry.category(),
                    names.category(entry.category()),
                    entry.address(),
                    entry.state(),
                    entry.department(),
                    entry.department().isEmpty()
                            ? Names.NOBODY
                            : names.department(entry.department()),
                    entry.at(),
                    entry.times(),
                    given(entry.words()),
                    entry.dueAt().orElse(null),
                    entry.reviewOn().orElse(null),
                    given(entry.appeal()),
                    behind.inSight());
        }

        private static @Nullable String given(String text) {
            return text.isEmpty() ? null : text;
        }
    }
}
