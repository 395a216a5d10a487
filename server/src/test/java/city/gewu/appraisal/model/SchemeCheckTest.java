package city.gewu.appraisal.model;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.appraisal.model.Scheme.Adjustment;
import city.gewu.appraisal.model.Scheme.Band;
import city.gewu.appraisal.model.Scheme.Better;
import city.gewu.appraisal.model.Scheme.Line;
import city.gewu.appraisal.model.Scheme.Linear;
import city.gewu.appraisal.model.SchemeCheck.Fault;
import city.gewu.engine.indicator.Definition;
import city.gewu.engine.indicator.FigureUnit;
import city.gewu.engine.indicator.Indicator;
import city.gewu.engine.indicator.PeriodRule;
import city.gewu.engine.indicator.Source;
import city.gewu.engine.indicator.Subject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What a scheme may not say.
class SchemeCheckTest {

    @Test
    void aGoodSchemeHasNoFault() {
        assertThat(
                        faults(
                                Given.scheme(
                                        Given.line("on_time_rate", 60),
                                        Given.line("closing_rate", 40))))
                .isEmpty();
    }

    @Test
    void weightsAddUpToAHundred() {
        assertThat(
                        faults(
                                Given.scheme(
                                        Given.line("on_time_rate", 60),
                                        Given.line("closing_rate", 10))))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("appraisal.bad-weights");
                    assertThat(fault.values()).contains("(70)");
                });
        assertThat(
                        codes(
                                Given.scheme(
                                        Given.line("on_time_rate", 110),
                                        Given.line("closing_rate", -10))))
                .contains("appraisal.bad-weights");
    }

    @Test
    void aNumberOfCasesIsNoQuota() {
        var more = counted("cases_filed", Better.HIGHER);
        assertThat(codes(Given.scheme(more))).containsExactly("appraisal.quota");
        assertThat(codes(Given.scheme(counted("cases_filed", Better.LOWER)))).isEmpty();
        assertThat(codes(Given.scheme(counted("dispatch_volume", Better.HIGHER)))).isEmpty();
    }

    @Test
    void aBonusForANumberOfCasesIsAQuotaAndADeductionIsNot() {
        assertThat(codes(Given.with(adjustment("cases_filed", 1))))
                .containsExactly("appraisal.quota");
        assertThat(codes(Given.with(adjustment("cases_filed", -1)))).isEmpty();
    }

    /// Whatever a city defines over fines, in any direction, weighs nothing.
    @Test
    void finesWeighNothingWhateverTheDirection() {
        var penalties =
                new Source(
                        "enforcement.pub_penalty",
                        Set.of("due_at", "cases"),
                        Set.of(Subject.DEPARTMENT));
        var fines =
                Indicator.resolve(
                        new Definition(
                                "fines",
                                Given.WORDS,
                                FigureUnit.COUNT,
                                penalties.name(),
                                List.of(Subject.DEPARTMENT),
                                PeriodRule.DUE_AT,
                                new Definition.Part(Given.WORDS, "cases"),
                                Optional.empty(),
                                0,
                                Given.WORDS,
                                Given.WORDS,
                                Optional.empty()),
                        penalties);
        for (var better : Better.values()) {
            assertThat(SchemeCheck.faults(Given.scheme(counted("fines", better)), List.of(fines)))
                    .extracting(Fault::code)
                    .containsExactly("appraisal.quota");
        }
    }

    @Test
    void anIndicatorMustBeMeasuredByTheKind() {
        assertThat(codes(Given.scheme(Given.line("missed_rate", 100))))
                .containsExactly("appraisal.unknown-indicator");
        assertThat(codes(Given.tied("closing_rate", Given.line("on_time_rate", 100))))
                .containsExactly("appraisal.unknown-indicator");
    }

    @Test
    void aLineGoesTheWayOfItsDirection() {
        var against =
                new Line(
                        "on_time_rate",
                        BigDecimal.valueOf(100),
                        Better.LOWER,
                        Optional.empty(),
                        Optional.of(new Linear(BigDecimal.ZERO, BigDecimal.ONE)));
        assertThat(codes(Given.scheme(against))).containsExactly("appraisal.bad-line");
        var neither =
                new Line(
                        "on_time_rate",
                        BigDecimal.valueOf(100),
                        Better.HIGHER,
                        Optional.empty(),
                        Optional.empty());
        assertThat(codes(Given.scheme(neither))).containsExactly("appraisal.bad-line");
        var tangled =
                new Line(
                        "on_time_rate",
                        BigDecimal.valueOf(100),
                        Better.HIGHER,
                        Optional.of(List.of(band(0, 0), band(0, 100))),
                        Optional.empty());
        assertThat(codes(Given.scheme(tangled))).containsExactly("appraisal.bad-line");
    }

    @Test
    void gradesReachDownToNothing() {
        var good = Given.scheme(Given.line("on_time_rate", 100));
        var high =
                new Scheme(
                        good.code(),
                        good.kind(),
                        good.name(),
                        good.lines(),
                        good.adjustments(),
                        List.of(Given.grade("A", 90), Given.grade("B", 10)),
                        good.leastWeight(),
                        good.ties(),
                        good.note());
        assertThat(codes(high)).containsExactly("appraisal.bad-grades");
    }

    private static Line counted(String indicator, Better better) {
        boolean up = better == Better.HIGHER;
        return new Line(
                indicator,
                BigDecimal.valueOf(100),
                better,
                Optional.of(List.of(band(0, up ? 0 : 100), band(5, up ? 100 : 0))),
                Optional.empty());
    }

    private static Adjustment adjustment(String indicator, int marks) {
        return new Adjustment(
                indicator,
                BigDecimal.ZERO,
                BigDecimal.ONE,
                BigDecimal.valueOf(marks),
                BigDecimal.TEN);
    }

    private static Band band(int from, int marks) {
        return new Band(BigDecimal.valueOf(from), BigDecimal.valueOf(marks));
    }

    private static List<String> codes(Scheme scheme) {
        return faults(scheme).stream().map(Fault::code).toList();
    }

    private static List<Fault> faults(Scheme scheme) {
        return SchemeCheck.faults(scheme, Given.measured());
    }
}
