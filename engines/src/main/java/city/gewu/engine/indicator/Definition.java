package city.gewu.engine.indicator;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// An indicator as it is written down (指标定义), one file each. It says nothing about periods or
/// subjects beyond naming the rule and the kinds: the engine adds those the same way to all.
///
/// @param code noun phrase in lower case: `on_time_rate`
/// @param source published view it counts over
/// @param denominator absent for a count
/// @param minimumSample the least denominator that a mark or a rank may rest on: below it the
///   figure is shown and not judged; 0 for a count, which is judged as it is
/// @param basis the standard, with its clause or example, or who laid it down
/// @param note what a reader must know to trust the figure
/// @param group what it is shown together with, as readers call it
public record Definition(
        String code,
        Words name,
        FigureUnit unit,
        String source,
        List<Subject> subjects,
        PeriodRule period,
        Part numerator,
        Optional<Part> denominator,
        Integer minimumSample,
        Words basis,
        Words note,
        Optional<Words> group) {

    public Definition {
        Objects.requireNonNull(code, "The code is missing.");
        Objects.requireNonNull(name, "The name is missing.");
        Objects.requireNonNull(unit, "The unit is missing.");
        Objects.requireNonNull(source, "The source is missing.");
        Objects.requireNonNull(subjects, "The subjects are missing.");
        Objects.requireNonNull(period, "The period rule is missing.");
        Objects.requireNonNull(numerator, "The numerator is missing.");
        Objects.requireNonNull(minimumSample, "The minimum sample (minimumSample) is missing.");
        Objects.requireNonNull(basis, "The basis is missing.");
        Objects.requireNonNull(note, "The note is missing.");
        if (minimumSample < 0) {
            throw new IllegalArgumentException("The minimum sample is below 0.");
        }
        subjects = List.copyOf(subjects);
    }

    /// What stands above or below the line.
    ///
    /// @param sql what one row of the period adds: an integer expression over the source
    public record Part(Words words, String sql) {

        public Part {
            Objects.requireNonNull(words, "The words of a part are missing.");
            Objects.requireNonNull(sql, "The SQL of a part is missing.");
        }
    }
}
