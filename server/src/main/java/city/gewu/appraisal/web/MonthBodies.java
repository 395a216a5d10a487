package city.gewu.appraisal.web;

import city.gewu.appraisal.MarkTable;
import city.gewu.appraisal.MarkTable.Row;
import city.gewu.appraisal.model.MarkAppeal;
import city.gewu.appraisal.model.MonthSheet;
import city.gewu.appraisal.store.MonthStore.Made;
import city.gewu.appraisal.store.MonthTableStore.Kept;
import city.gewu.appraisal.store.MonthTableStore.Signed;
import city.gewu.platform.Named;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// What is said of the assessment of months.
final class MonthBodies {

    private MonthBodies() {}

    static String lower(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    /// @param state `open`, `frozen`, `noticed`, `final` or `published`
    record MonthLineBody(String month, String state) {}

    /// @param by name of who made the step
    record MadeBody(Instant at, String by) {
        static MadeBody of(Made made, UnaryOperator<String> names) {
            return new MadeBody(made.at(), names.apply(made.by()));
        }
    }

    /// @param may steps that may be made now: `freeze`, `notice`, `finish`, `publish`
    /// @param appealable kinds and subjects that one may appeal for now
    record MonthBody(
            String month,
            String state,
            Optional<MadeBody> frozen,
            Optional<MadeBody> noticed,
            Optional<Instant> appealsUntil,
            Optional<Instant> reviewUntil,
            Optional<MadeBody> finished,
            Optional<MadeBody> published,
            List<String> may,
            List<VersionBody> versions,
            List<AppealableBody> appealable,
            List<AppealBody> appeals) {}

    record AppealableBody(String kind, String subject, Named name) {}

    /// @param sha256 of the signed sheet
    /// @param signature in Base64
    record VersionBody(
            int version,
            Instant asOf,
            String sha256,
            String key,
            String signature,
            List<TableBody> tables) {

        static VersionBody of(int version, Signed signed, List<Kept> tables) {
            return new VersionBody(
                    version,
                    signed.asOf(),
                    MonthSheet.digest(signed.sheet()),
                    signed.key(),
                    Base64.getEncoder().encodeToString(signed.signature()),
                    tables.stream().map(TableBody::of).toList());
        }
    }

    /// @param exempted figures that something was left out of
    record TableBody(
            String kind,
            Named scheme,
            int schemeVersion,
            int exempted,
            String factsSha256,
            String marksSha256) {

        static TableBody of(Kept table) {
            var name = table.scheme().name();
            return new TableBody(
                    table.kind(),
                    new Named(name.zh(), name.en()),
                    table.schemeVersion(),
                    table.exempted(),
                    MonthSheet.digest(table.facts()),
                    MonthSheet.digest(table.marks()));
        }
    }

    record MarksBody(String kind, int version, List<MarkRowBody> rows) {

        static MarksBody of(
                int version,
                MarkTable table,
                Map<String, Row> before,
                Map<String, Named> names,
                Predicate<String> shown) {
            return new MarksBody(
                    table.kind(),
                    version,
                    table.rows().stream()
                            .filter(row -> shown.test(row.subject()))
                            .map(row ->
                                    MarkRowBody.of(
                                            row,
                                            Optional.ofNullable(before.get(row.subject())),
                                            names))
                            .toList());
        }
    }

    /// @param totalBefore in version 1
    record MarkRowBody(
            String subject,
            Named name,
            Optional<BigDecimal> total,
            Optional<Integer> rank,
            Optional<String> grade,
            Optional<BigDecimal> totalBefore,
            Optional<Integer> rankBefore) {

        static MarkRowBody of(Row row, Optional<Row> before, Map<String, Named> names) {
            return new MarkRowBody(
                    row.subject(),
                    names.getOrDefault(row.subject(), new Named(row.subject(), row.subject())),
                    row.total(),
                    row.rank(),
                    row.grade(),
                    before.flatMap(Row::total),
                    before.flatMap(Row::rank));
        }
    }

    record AppealedCaseBody(long id, String number) {}

    /// @param state `lodged`, `granted` or `declined`
    /// @param may `decide`, when the one who asks may
    record AppealBody(
            long id,
            String kind,
            String subject,
            Named name,
            String indicator,
            List<AppealedCaseBody> cases,
            String reason,
            List<String> photos,
            String state,
            String lodgedBy,
            Instant lodgedAt,
            Optional<String> decidedBy,
            Optional<Instant> decidedAt,
            String answer,
            List<String> may) {

        static AppealBody of(
                MarkAppeal appeal,
                Named name,
                Map<Long, String> numbers,
                UnaryOperator<String> names,
                boolean mayDecide) {
            return new AppealBody(
                    appeal.id(),
                    appeal.kind(),
                    appeal.subject(),
                    name,
                    appeal.indicator(),
                    appeal.cases().stream()
                            .map(id -> new AppealedCaseBody(id, numbers.getOrDefault(id, "")))
                            .toList(),
                    appeal.reason(),
                    appeal.photos(),
                    lower(appeal.state()),
                    names.apply(appeal.lodgedBy()),
                    appeal.lodgedAt(),
                    appeal.decidedAt().map(_ -> names.apply(appeal.decidedBy())),
                    appeal.decidedAt(),
                    appeal.answer(),
                    mayDecide ? List.of("decide") : List.of());
        }
    }
}
