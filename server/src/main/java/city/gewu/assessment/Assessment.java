package city.gewu.assessment;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Indicators of a period, by subject.
public interface Assessment {

    /// Evaluates all indicators (or one) for every subject of a kind: `department`, or the code of
    /// a territory level. Refused with `assessment.unknown-indicator`,
    /// `assessment.unknown-subject-kind` or `assessment.bad-period`.
    ///
    /// @param period `2011-08`, `2011-Q3` or `2011`, in the city's time zone
    void evaluate(
            String period, String subjectKind, Optional<String> indicator, Consumer<Figure> to);

    List<String> listSubjectKinds();

    /// One cell of the table.
    ///
    /// @param subject code of the subject; `-` gathers the cases that belong to none
    /// @param value plain decimal text with six digits for rates; empty text when the denominator
    ///   is zero
    record Figure(
            String period,
            String subjectKind,
            String subject,
            String indicator,
            long numerator,
            long denominator,
            String value) {}
}
