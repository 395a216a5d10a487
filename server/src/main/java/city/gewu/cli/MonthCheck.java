package city.gewu.cli;

import city.gewu.appraisal.AssessedMonths;
import city.gewu.appraisal.AssessedMonths.Verified;
import java.time.YearMonth;

/// Computes frozen months again and says whether the bytes are the same.
final class MonthCheck {

    private MonthCheck() {}

    /// Answers how many tables are not what they were.
    static long check(AssessedMonths months, YearMonth month) {
        long broken = 0;
        for (var one : months.verify(month)) {
            if (!one.whole()) {
                broken++;
            }
            Console.line(
                    Words.get(
                            one.whole() ? "verify.month-whole" : "verify.month-broken",
                            month,
                            one.version(),
                            one.kind(),
                            one.sha256(),
                            what(one)));
        }
        return broken;
    }

    /// `facts marks signature`: what does not agree.
    private static String what(Verified one) {
        return ((one.facts() ? "" : "facts ")
                        + (one.marks() ? "" : "marks ")
                        + (one.signature() ? "" : "signature"))
                .strip();
    }
}
