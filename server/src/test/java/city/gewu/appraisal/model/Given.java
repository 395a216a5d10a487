package city.gewu.appraisal.model;

import city.gewu.appraisal.model.Scheme.Adjustment;
import city.gewu.appraisal.model.Scheme.Better;
import city.gewu.appraisal.model.Scheme.Grade;
import city.gewu.appraisal.model.Scheme.Line;
import city.gewu.appraisal.model.Scheme.Linear;
import city.gewu.engine.indicator.Definition;
import city.gewu.engine.indicator.Definition.Part;
import city.gewu.engine.indicator.FigureUnit;
import city.gewu.engine.indicator.Indicator;
import city.gewu.engine.indicator.PeriodRule;
import city.gewu.engine.indicator.Source;
import city.gewu.engine.indicator.Subject;
import city.gewu.engine.indicator.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Schemes and indicators to try the rules on.
final class Given {

    static final Words WORDS = new Words("某", "some");

    private Given() {}

    static Line line(String indicator, int weight) {
        return new Line(
                indicator,
                BigDecimal.valueOf(weight),
                Better.HIGHER,
                Optional.empty(),
                Optional.of(new Linear(new BigDecimal("0.5"), BigDecimal.ONE)));
    }

    static Scheme scheme(Line... lines) {
        return scheme(List.of(lines), List.of(), List.of());
    }

    static Scheme with(Adjustment adjustment) {
        return scheme(List.of(line("on_time_rate", 100)), List.of(adjustment), List.of());
    }

    static Scheme tied(String tie, Line... lines) {
        return scheme(List.of(lines), List.of(), List.of(tie));
    }

    static Scheme scheme(List<Line> lines, List<Adjustment> adjustments, List<String> ties) {
        return new Scheme(
                "given",
                "department",
                WORDS,
                lines,
                adjustments,
                List.of(
                        grade("A", 90),
                        grade("B", 75),
                        grade("C", 60),
                        grade("D", 40),
                        grade("E", 0)),
                BigDecimal.valueOf(60),
                ties,
                WORDS);
    }

    static Grade grade(String letter, int from) {
        return new Grade(letter, BigDecimal.valueOf(from), "#123456");
    }

    static List<Indicator> measured() {
        return List.of(
                indicator("on_time_rate", FigureUnit.RATE, "1"),
                indicator("closing_rate", FigureUnit.RATE, "1"),
                indicator("rework_rate", FigureUnit.RATE, "1"),
                indicator("solved_rate", FigureUnit.RATE, "1"),
                indicator("cases_filed", FigureUnit.COUNT, "1"),
                indicator("dispatch_volume", FigureUnit.COUNT, "1"),
                indicator("supervision_orders", FigureUnit.COUNT, "1"));
    }

    static Indicator indicator(String code, FigureUnit unit, String sql) {
        boolean isCount = unit == FigureUnit.COUNT;
        return Indicator.resolve(
                new Definition(
                        code,
                        WORDS,
                        unit,
                        Source.CASES.name(),
                        List.of(Subject.DEPARTMENT),
                        PeriodRule.DUE_AT,
                        new Part(WORDS, sql),
                        isCount ? Optional.empty() : Optional.of(new Part(WORDS, "1")),
                        isCount ? 0 : 10,
                        WORDS,
                        WORDS,
                        Optional.empty()),
                Source.CASES);
    }
}
