package city.gewu.points.web;

import city.gewu.platform.Named;
import city.gewu.points.model.Adjustment;
import city.gewu.points.model.Statement;
import city.gewu.points.model.Statement.DaySum;
import city.gewu.points.model.Statement.Line;
import city.gewu.points.model.Statement.RuleSum;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What is said of points. Amounts are hundredths of a point.
final class PointsBodies {

    private PointsBodies() {}

    static String kebab(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    record DayBody(LocalDate day, int amount, int entries) {
        static DayBody of(DaySum sum) {
            return new DayBody(sum.day(), sum.amount(), sum.entries());
        }
    }

    record RuleSumBody(String rule, Named words, int amount, int entries) {
        static RuleSumBody of(RuleSum sum) {
            return new RuleSumBody(sum.rule(), sum.words(), sum.amount(), sum.entries());
        }
    }

    /// @param day the day it counts for
    /// @param deedDay the day it was done
    /// @param note `day-cap`, `minor-cap`, `falsified`, `objection`, `no-longer`; absent otherwise
    /// @param reverses the entry it counters
    /// @param objection `proposed`, `granted` or `declined`; absent without one
    /// @param may `object`, when the person may
    record EntryBody(
            long id,
            LocalDate day,
            LocalDate deedDay,
            Instant at,
            int amount,
            String rule,
            String version,
            @Nullable Long caseId,
            @Nullable String caseNo,
            Named words,
            @Nullable String note,
            @Nullable Long reverses,
            @Nullable String objection,
            Instant bookedAt,
            List<String> may) {

        static EntryBody of(Line line, boolean own) {
            return new EntryBody(
                    line.id(),
                    line.day(),
                    line.deedDay(),
                    line.at(),
                    line.amount(),
                    line.rule(),
                    line.version(),
                    line.caseId().orElse(null),
                    line.caseNo().isEmpty() ? null : line.caseNo(),
                    line.words(),
                    line.note().isEmpty() ? null : kebab(line.note()),
                    line.reverses().orElse(null),
                    line.objection().map(PointsBodies::kebab).orElse(null),
                    line.bookedAt(),
                    own && line.mayBeObjectedTo() ? List.of("object") : List.of());
        }
    }

    /// @param today points of today
    /// @param words where the rules come from; absent without rules
    record StatementBody(
            String month,
            LocalDate day,
            int total,
            int today,
            @Nullable Named words,
            List<DayBody> days,
            List<RuleSumBody> rules,
            List<EntryBody> entries) {

        static StatementBody of(
                String month,
                LocalDate today,
                @Nullable Named words,
                Statement statement,
                boolean own) {
            return new StatementBody(
                    month,
                    today,
                    statement.total(),
                    statement.days().stream()
                            .filter(sum -> sum.day().equals(today))
                            .mapToInt(DaySum::amount)
                            .sum(),
                    words,
                    statement.days().stream().map(DayBody::of).toList(),
                    statement.rules().stream().map(RuleSumBody::of).toList(),
                    statement.lines().stream().map(line -> EntryBody.of(line, own)).toList());
        }
    }

    /// @param kind `by-hand`, `objection` or `falsification`
    /// @param state `proposed`, `granted` or `declined`
    /// @param may `decide`, when the one who asks may
    record AdjustmentBody(
            long id,
            String kind,
            String person,
            String name,
            int amount,
            @Nullable Long caseId,
            @Nullable String caseNo,
            String reason,
            List<String> photos,
            String state,
            String proposedBy,
            Instant proposedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String answer,
            List<String> may) {

        /// @param names of people by id
        static AdjustmentBody of(Adjustment one, UnaryOperator<String> names, boolean mayDecide) {
            return new AdjustmentBody(
                    one.id(),
                    kebab(one.kind().name()),
                    one.person(),
                    names.apply(one.person()),
                    one.amount(),
                    one.caseId().orElse(null),
                    one.caseNo().isEmpty() ? null : one.caseNo(),
                    one.reason(),
                    one.photos(),
                    kebab(one.state().name()),
                    names.apply(one.proposedBy()),
                    one.proposedAt(),
                    one.decidedBy().isEmpty() ? null : names.apply(one.decidedBy()),
                    one.decidedAt().orElse(null),
                    one.answer().isEmpty() ? null : one.answer(),
                    mayDecide ? List.of("decide") : List.of());
        }
    }
}
