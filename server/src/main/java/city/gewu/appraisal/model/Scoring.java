package city.gewu.appraisal.model;

import city.gewu.appraisal.MarkTable;
import city.gewu.appraisal.MarkTable.Mark;
import city.gewu.appraisal.MarkTable.Row;
import city.gewu.appraisal.model.Scheme.Adjustment;
import city.gewu.appraisal.model.Scheme.Band;
import city.gewu.appraisal.model.Scheme.Line;
import city.gewu.appraisal.model.Scheme.Linear;
import city.gewu.engine.indicator.FigureUnit;
import city.gewu.engine.indicator.Indicator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Marks of figures by a scheme: plain decimal arithmetic on the values as they are published, so
/// that anybody can do it again with a pencil.
public final class Scoring {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Scheme scheme;
    private final Map<String, Indicator> measured;

    /// @param measured the indicators of the kind of subject
    public Scoring(Scheme scheme, List<Indicator> measured) {
        this.scheme = scheme;
        this.measured =
                measured.stream().collect(Collectors.toMap(Indicator::code, Function.identity()));
    }

    /// A figure as the assessment gave it.
    public record Fact(long numerator, long denominator, String value) {}

    /// @param facts by subject, then by indicator
    public MarkTable score(String month, int version, Map<String, Map<String, Fact>> facts) {
        var rows =
                facts.entrySet().stream()
                        .map(subject -> row(subject.getKey(), subject.getValue()))
                        .sorted(order())
                        .toList();
        return new MarkTable(scheme.kind(), month, scheme.code(), version, ranked(rows));
    }

    private Row row(String subject, Map<String, Fact> facts) {
        var marks = new ArrayList<Mark>();
        var weight = BigDecimal.ZERO;
        var sum = BigDecimal.ZERO;
        for (var line : scheme.lines()) {
            var mark =
                    mark(line.indicator(), line.weight(), facts, value -> lineMarks(line, value));
            marks.add(mark);
            if (mark.marks().isPresent()) {
                weight = weight.add(line.weight());
                sum = sum.add(line.weight().multiply(mark.marks().get()));
            }
        }
        var extra = BigDecimal.ZERO;
        for (var adjustment : scheme.adjustments()) {
            var mark =
                    mark(
                            adjustment.indicator(),
                            BigDecimal.ZERO,
                            facts,
                            value -> adjustmentMarks(adjustment, value));
            marks.add(mark);
            extra = extra.add(mark.marks().orElse(BigDecimal.ZERO));
        }
        if (weight.compareTo(scheme.leastWeight()) < 0) {
            return new Row(subject, marks, Optional.empty(), Optional.empty(), Optional.empty());
        }
        var total = clamp(sum.divide(weight, 2, RoundingMode.HALF_UP).add(extra));
        return new Row(
                subject, marks, Optional.of(total), Optional.empty(), Optional.of(grade(total)));
    }

    private Mark mark(
            String code,
            BigDecimal weight,
            Map<String, Fact> facts,
            Function<BigDecimal, BigDecimal> rule) {
        var indicator = measured.get(code);
        boolean isCount = indicator != null && indicator.definition().unit() == FigureUnit.COUNT;
        var fact = facts.getOrDefault(code, new Fact(0, isCount ? 1 : 0, isCount ? "0" : ""));
        long sample = isCount ? fact.numerator() : fact.denominator();
        boolean enough =
                indicator != null
                        && !fact.value().isEmpty()
                        && (isCount || sample >= indicator.definition().minimumSample());
        return new Mark(
                code,
                weight,
                fact.numerator(),
                fact.denominator(),
                fact.value(),
                sample,
                enough ? Optional.of(rule.apply(new BigDecimal(fact.value()))) : Optional.empty());
    }

    private static BigDecimal lineMarks(Line line, BigDecimal value) {
        return line.linear()
                .map(linear -> marks(linear, value))
                .orElseGet(() -> marks(line.bands().orElse(List.of()), value));
    }

    /// Half-open: a value that is where a band starts belongs to it. Below the first band counts as
    /// the first.
    private static BigDecimal marks(List<Band> bands, BigDecimal value) {
        var marks = bands.getFirst().marks();
        for (var band : bands) {
            if (value.compareTo(band.from()) >= 0) {
                marks = band.marks();
            }
        }
        return marks.setScale(2, RoundingMode.HALF_UP);
    }

    private static BigDecimal marks(Linear linear, BigDecimal value) {
        return clamp(
                value.subtract(linear.none())
                        .multiply(HUNDRED)
                        .divide(linear.full().subtract(linear.none()), 2, RoundingMode.HALF_UP));
    }

    private static BigDecimal adjustmentMarks(Adjustment adjustment, BigDecimal value) {
        var steps =
                value.subtract(adjustment.beyond())
                        .max(BigDecimal.ZERO)
                        .divide(adjustment.every(), 0, RoundingMode.DOWN);
        var marks = adjustment.marks().multiply(steps);
        return marks.max(adjustment.cap().negate())
                .min(adjustment.cap())
                .setScale(2, RoundingMode.HALF_UP);
    }

    private static BigDecimal clamp(BigDecimal marks) {
        return marks.max(BigDecimal.ZERO).min(HUNDRED).setScale(2, RoundingMode.HALF_UP);
    }

    private String grade(BigDecimal total) {
        return scheme.grades().stream()
                .filter(grade -> total.compareTo(grade.from()) >= 0)
                .findFirst()
                .map(Scheme.Grade::letter)
                .orElse("");
    }

    /// The best first, equals by what decides ties, then by code so that the order is always one.
    private Comparator<Row> order() {
        return byMerit().thenComparing(Row::subject);
    }

    private Comparator<Row> byMerit() {
        Comparator<Row> order = (one, other) -> best(one.total(), other.total());
        for (var tie : scheme.ties()) {
            order =
                    order.thenComparing((one, other) ->
                            best(
                                    one.find(tie).flatMap(Mark::marks),
                                    other.find(tie).flatMap(Mark::marks)));
        }
        return order;
    }

    private static int best(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.isPresent() && other.isPresent()
                ? other.get().compareTo(one.get())
                : Boolean.compare(one.isEmpty(), other.isEmpty());
    }

    private List<Row> ranked(List<Row> sorted) {
        var merit = byMerit();
        var ranked = new ArrayList<Row>(sorted.size());
        int rank = 0;
        for (int i = 0; i < sorted.size(); i++) {
            var row = sorted.get(i);
            if (i == 0 || merit.compare(sorted.get(i - 1), row) != 0) {
                rank = i + 1;
            }
            ranked.add(
                    row.total().isEmpty()
                            ? row
                            : new Row(
                                    row.subject(),
                                    row.marks(),
                                    row.total(),
                                    Optional.of(rank),
                                    row.grade()));
        }
        return ranked;
    }
}
