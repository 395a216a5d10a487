package city.gewu.appraisal.model;

import city.gewu.engine.indicator.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// How subjects of one kind are marked (考评办法). What it says is checked by [SchemeCheck].
///
/// @param kind of subject: `district`, `department`, `supervisor`
/// @param lines weights of 100 in all
/// @param adjustments bonuses and deductions on top
/// @param grades the best first, each from its marks up to those of the one before
/// @param leastWeight how much of the weight must be marked for a total; the rest is spread over
///   what could be marked
/// @param ties indicators that decide between equal totals, in turn; what stays equal shares a rank
public record Scheme(
        String code,
        String kind,
        Words name,
        List<Line> lines,
        List<Adjustment> adjustments,
        List<Grade> grades,
        BigDecimal leastWeight,
        List<String> ties,
        Words note) {

    public Scheme {
        Objects.requireNonNull(code, "The code is missing.");
        Objects.requireNonNull(kind, "The kind of subject is missing.");
        Objects.requireNonNull(name, "The name is missing.");
        Objects.requireNonNull(leastWeight, "The least weight is missing.");
        Objects.requireNonNull(note, "The note is missing.");
        lines = List.copyOf(Objects.requireNonNull(lines, "The lines are missing."));
        adjustments =
                List.copyOf(Objects.requireNonNull(adjustments, "The adjustments are missing."));
        grades = List.copyOf(Objects.requireNonNull(grades, "The grades are missing."));
        ties = List.copyOf(Objects.requireNonNull(ties, "The ties are missing."));
    }

    public enum Better {
        HIGHER,
        LOWER
    }

    /// An indicator with its share of the total, marked by bands or by a line.
    public record Line(
            String indicator,
            BigDecimal weight,
            Better better,
            Optional<List<Band>> bands,
            Optional<Linear> linear) {

        public Line {
            Objects.requireNonNull(indicator, "The indicator of a line is missing.");
            Objects.requireNonNull(weight, "The weight of a line is missing.");
            Objects.requireNonNull(better, "The direction of a line is missing.");
            bands = bands.map(List::copyOf);
        }
    }

    /// From a value (included) up to the next band (excluded), these marks of 100.
    public record Band(BigDecimal from, BigDecimal marks) {

        public Band {
            Objects.requireNonNull(from, "The start of a band is missing.");
            Objects.requireNonNull(marks, "The marks of a band are missing.");
        }
    }

    /// No marks at one value, 100 at the other, in proportion between.
    public record Linear(BigDecimal none, BigDecimal full) {

        public Linear {
            Objects.requireNonNull(none, "The value without marks is missing.");
            Objects.requireNonNull(full, "The value with full marks is missing.");
        }
    }

    /// For each `every` of a figure these marks more, or less when below zero, up to a cap.
    ///
    /// @param beyond what is free of charge
    /// @param cap the most that is added or taken away, above zero
    public record Adjustment(
            String indicator,
            BigDecimal beyond,
            BigDecimal every,
            BigDecimal marks,
            BigDecimal cap) {

        public Adjustment {
            Objects.requireNonNull(indicator, "The indicator of an adjustment is missing.");
            Objects.requireNonNull(beyond, "What is free of an adjustment is missing.");
            Objects.requireNonNull(every, "The step of an adjustment is missing.");
            Objects.requireNonNull(marks, "The marks of an adjustment are missing.");
            Objects.requireNonNull(cap, "The cap of an adjustment is missing.");
        }
    }

    /// @param colour of the map: `#2e7d32`
    public record Grade(String letter, BigDecimal from, String colour) {

        public Grade {
            Objects.requireNonNull(letter, "The letter of a grade is missing.");
            Objects.requireNonNull(from, "The marks of a grade are missing.");
            Objects.requireNonNull(colour, "The colour of a grade is missing.");
        }
    }
}
