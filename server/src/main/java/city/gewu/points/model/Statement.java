package city.gewu.points.model;

import city.gewu.platform.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What one person earned and lost in a span of days, and why (积分明细). Amounts are hundredths.
///
/// @param lines the latest deed first, 2000 at most
public record Statement(List<DaySum> days, List<RuleSum> rules, List<Line> lines) {

    public Statement {
        days = List.copyOf(days);
        rules = List.copyOf(rules);
        lines = List.copyOf(lines);
    }

    public record DaySum(LocalDate day, int amount, int entries) {}

    public record RuleSum(String rule, Named words, int amount, int entries) {}

    /// One entry of the ledger.
    ///
    /// @param day the day it counts for
    /// @param deedDay the day it was done
    /// @param note why it is not what its rule says; empty text otherwise
    /// @param reverses the entry it counters
    /// @param objection how an objection to it stands
    public record Line(
            long id,
            LocalDate day,
            LocalDate deedDay,
            Instant at,
            int amount,
            String rule,
            String version,
            String cause,
            Optional<Long> caseId,
            String caseNo,
            Named words,
            String note,
            Optional<Long> reverses,
            boolean byHand,
            Optional<String> objection,
            Instant bookedAt) {

        /// Whether its person may object to it: what took something, or gave nothing, under a rule.
        public boolean mayBeObjectedTo() {
            return amount <= 0 && !byHand && reverses.isEmpty() && objection.isEmpty();
        }
    }

    public int total() {
        return days.stream().mapToInt(DaySum::amount).sum();
    }
}
