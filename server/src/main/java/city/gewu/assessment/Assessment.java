package city.gewu.assessment;

import city.gewu.engine.indicator.Indicator;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Indicators of a period, by subject.
public interface Assessment {

    /// Evaluates all indicators that are measured by a kind of subject (or one), sorted by subject,
    /// then in the order of the catalogue. A subject appears when at least one row of the period in
    /// the sources of what is asked for concerns it, and then with every indicator. Refused with
    /// `assessment.bad-period`, `assessment.unknown-indicator`, `assessment.unknown-subject-kind`,
    /// or `assessment.bad-subject-kind` when the indicator is not measured by that kind.
    ///
    /// @param period `2011-08`, `2011-Q3` or `2011`, in the city's time zone
    /// @param subjectKind `department`, `contractor`, `team`, `source`, `category`, the code of a
    ///   territory level, or a post: `supervisor`, `intake_clerk`, `shift_lead`, `dispatcher`,
    ///   `checker`
    default void evaluate(
            String period, String subjectKind, Optional<String> indicator, Consumer<Figure> to) {
        evaluate(period, subjectKind, indicator, Optional.empty(), to);
    }

    /// The same as they stood at a past moment, read from what had happened until then. Refused
    /// with `assessment.not-yet` for a moment to come.
    ///
    /// @param asOf empty for now
    void evaluate(
            String period,
            String subjectKind,
            Optional<String> indicator,
            Optional<Instant> asOf,
            Consumer<Figure> to);

    /// The rows behind one integer of a figure, with the case each is about and what it adds; none
    /// for the denominator of a count. Refused like [#evaluate].
    List<Behind> listBehind(String period, Part part, Optional<Instant> asOf);

    /// One integer of a figure.
    ///
    /// @param part `numerator` or `denominator`
    record Part(String subjectKind, String subject, String indicator, String part) {}

    /// @param caseId 0 when the row is about no case
    /// @param part 1, or seconds
    record Behind(long caseId, long part) {}

    List<String> listSubjectKinds();

    /// The indicators that a kind of subject is measured by, in the order of the catalogue. Refused
    /// with `assessment.unknown-subject-kind`.
    List<Indicator> listMeasured(String subjectKind);

    /// One cell of the table.
    ///
    /// @param subject code of the subject; `-` gathers the cases that belong to none
    /// @param numerator cases, or seconds of an indicator in hours
    /// @param denominator cases; 1 for a count
    /// @param value plain decimal text: six digits for rates, two for hours, none for counts; empty
    ///   text when the denominator is zero
    record Figure(
            String period,
            String subjectKind,
            String subject,
            String indicator,
            long numerator,
            long denominator,
            String value) {}
}
