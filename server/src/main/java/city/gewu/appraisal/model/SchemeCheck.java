package city.gewu.appraisal.model;

import city.gewu.appraisal.model.Scheme.Better;
import city.gewu.appraisal.model.Scheme.Line;
import city.gewu.engine.indicator.Indicator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What is wrong with a scheme.
public final class SchemeCheck {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

    private final Scheme scheme;
    private final Map<String, Indicator> measured;
    private final List<Fault> faults = new ArrayList<>();

    private SchemeCheck(Scheme scheme, List<Indicator> measured) {
        this.scheme = scheme;
        this.measured =
                measured.stream().collect(Collectors.toMap(Indicator::code, Function.identity()));
    }

    /// @param code of the refusal it is: `appraisal.bad-weights`
    /// @param values what is wrong, with the values in parentheses
    public record Fault(String code, String values) {}

    /// Everything wrong, in the order of the scheme; empty when it can be laid down.
    ///
    /// @param measured the indicators of its kind of subject
    public static List<Fault> faults(Scheme scheme, List<Indicator> measured) {
        var check = new SchemeCheck(scheme, measured);
        check.weights();
        check.lines();
        check.adjustments();
        check.grades();
        check.ties();
        return check.faults;
    }

    private void weights() {
        var sum =
                scheme.lines().stream().map(Line::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(HUNDRED) != 0) {
            refused(
                    "appraisal.bad-weights",
                    "The weights add up to (%s), not to 100.".formatted(sum.toPlainString()));
        }
        if (scheme.leastWeight().signum() <= 0 || scheme.leastWeight().compareTo(HUNDRED) > 0) {
            refused(
                    "appraisal.bad-weights",
                    "The least weight (%s) is not above 0 and at most 100."
                            .formatted(scheme.leastWeight().toPlainString()));
        }
    }

    private void lines() {
        var seen = new HashSet<String>();
        for (var line : scheme.lines()) {
            if (!seen.add(line.indicator())) {
                refused(
                        "appraisal.bad-line",
                        "The indicator (%s) stands twice.".formatted(line.indicator()));
            }
            if (line.weight().signum() <= 0) {
                refused(
                        "appraisal.bad-weights",
                        "The weight (%s) of (%s) is not above 0."
                                .formatted(line.weight().toPlainString(), line.indicator()));
            }
            if (line.bands().isPresent() == line.linear().isPresent()) {
                refused(
                        "appraisal.bad-line",
                        "The line of (%s) needs bands or a line, and not both."
                                .formatted(line.indicator()));
            }
            line.bands().ifPresent(bands -> bands(line, bands));
            line.linear()
                    .ifPresent(linear -> {
                        int slope = linear.full().compareTo(linear.none());
                        if (slope == 0 || (slope > 0) != (line.better() == Better.HIGHER)) {
                            refused(
                                    "appraisal.bad-line",
                                    "The line of (%s) runs from (%s) to (%s), against its direction (%s)."
                                            .formatted(
                                                    line.indicator(),
                                                    linear.none().toPlainString(),
                                                    linear.full().toPlainString(),
                                                    line.better()));
                        }
                    });
            known(line.indicator(), line.better() == Better.HIGHER);
        }
    }

    private void bands(Line line, List<Scheme.Band> bands) {
        boolean upward = line.better() == Better.HIGHER;
        boolean good = !bands.isEmpty();
        for (int i = 0; i < bands.size(); i++) {
            var band = bands.get(i);
            good &= band.marks().signum() >= 0 && band.marks().compareTo(HUNDRED) <= 0;
            if (i > 0) {
                var before = bands.get(i - 1);
                int marks = band.marks().compareTo(before.marks());
                good &= band.from().compareTo(before.from()) > 0;
                good &= upward ? marks >= 0 : marks <= 0;
            }
        }
        if (!good) {
            refused(
                    "appraisal.bad-line",
                    "The bands of (%s) must start one above the other, with marks of 0 to 100 that go the way of its direction (%s)."
                            .formatted(line.indicator(), line.better()));
        }
    }

    private void adjustments() {
        for (var adjustment : scheme.adjustments()) {
            if (adjustment.every().signum() <= 0
                    || adjustment.cap().signum() <= 0
                    || adjustment.beyond().signum() < 0
                    || adjustment.marks().signum() == 0) {
                refused(
                        "appraisal.bad-line",
                        "The adjustment by (%s) needs a step and a cap above 0, and marks that are not 0."
                                .formatted(adjustment.indicator()));
            }
            known(adjustment.indicator(), adjustment.marks().signum() > 0);
        }
    }

    private void known(String code, boolean rewardsMore) {
        var indicator = measured.get(code);
        if (indicator == null) {
            refused(
                    "appraisal.unknown-indicator",
                    "The indicator (%s) is not measured by (%s).".formatted(code, scheme.kind()));
        } else if (Quota.isQuota(indicator, rewardsMore)) {
            refused(
                    "appraisal.quota",
                    "The indicator (%s) would make a number of cases or penalties a quota."
                            .formatted(code));
        }
    }

    private void grades() {
        var grades = scheme.grades();
        boolean good =
                !grades.isEmpty()
                        && grades.getLast().from().signum() == 0
                        && grades.stream().map(Scheme.Grade::letter).distinct().count()
                                == grades.size()
                        && grades.stream().allMatch(it -> COLOUR.matcher(it.colour()).matches());
        var sorted =
                grades.stream()
                        .sorted(Comparator.comparing(Scheme.Grade::from).reversed())
                        .map(Scheme.Grade::letter)
                        .toList();
        if (!good || !sorted.equals(grades.stream().map(Scheme.Grade::letter).toList())) {
            refused(
                    "appraisal.bad-grades",
                    "The grades must run from the best down to 0, each with a letter of its own and a colour.");
        }
    }

    private void ties() {
        var marked = scheme.lines().stream().map(Line::indicator).toList();
        for (var tie : scheme.ties()) {
            if (!marked.contains(tie)) {
                refused(
                        "appraisal.unknown-indicator",
                        "The indicator (%s) decides ties and has no line.".formatted(tie));
            }
        }
    }

    private void refused(String code, String values) {
        faults.add(new Fault(code, values));
    }
}
