package city.gewu.appraisal.model;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.appraisal.MarkTable;
import city.gewu.appraisal.MarkTable.Row;
import city.gewu.appraisal.model.Scheme.Adjustment;
import city.gewu.appraisal.model.Scheme.Band;
import city.gewu.appraisal.model.Scheme.Better;
import city.gewu.appraisal.model.Scheme.Line;
import city.gewu.appraisal.model.Scoring.Fact;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Marks, totals, grades and ranks by hand.
class ScoringTest {

    @ParameterizedTest
    @CsvSource({
        "0.499999, 0.00",
        "0.5, 0.00",
        "0.625, 25.00",
        "0.75, 50.00",
        "1, 100.00",
        "0.666667, 33.33"
    })
    void aLineGivesMarksInProportion(String value, String marks) {
        assertThat(total(Given.scheme(Given.line("on_time_rate", 100)), value)).isEqualTo(marks);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 100.00",
        "0.099999, 100.00",
        "0.1, 60.00",
        "0.199999, 60.00",
        "0.2, 0.00",
        "1, 0.00"
    })
    void aBandBeginsWhereItSaysAndEndsBeforeTheNext(String value, String marks) {
        var scheme =
                Given.scheme(
                        new Line(
                                "rework_rate",
                                hundred(),
                                Better.LOWER,
                                Optional.of(
                                        List.of(
                                                band("0", "100"),
                                                band("0.1", "60"),
                                                band("0.2", "0"))),
                                Optional.empty()));
        assertThat(total(scheme, value)).isEqualTo(marks);
    }

    @ParameterizedTest
    @CsvSource({
        "0.95, A",
        "0.949999, A",
        "0.9, B",
        "0.875, B",
        "0.8, C",
        "0.799999, C",
        "0.7, D",
        "0.69, E"
    })
    void aGradeBeginsAtItsMarks(String value, String grade) {
        // From 0.5 to 1: 0.95 is 90 marks, 0.875 is 75, 0.8 is 60, 0.7 is 40.
        var table = score(Given.scheme(Given.line("on_time_rate", 100)), value, 100);
        assertThat(table.rows().getFirst().grade()).contains(grade);
    }

    @Test
    void belowTheLeastSampleThereIsNoMarkAndTheOthersCarryItsWeight() {
        var scheme = Given.scheme(Given.line("on_time_rate", 70), Given.line("closing_rate", 30));
        var row =
                new Scoring(scheme, Given.measured())
                        .score(
                                "2026-01",
                                1,
                                Map.of(
                                        "X",
                                        Map.of(
                                                "on_time_rate", new Fact(10, 10, "1.000000"),
                                                "closing_rate", new Fact(0, 9, "0.000000"))))
                        .rows()
                        .getFirst();
        assertThat(row.find("closing_rate").orElseThrow().marks()).isEmpty();
        assertThat(row.find("closing_rate").orElseThrow().sample()).isEqualTo(9);
        assertThat(row.total()).contains(new BigDecimal("100.00"));
    }

    @Test
    void whenTooLittleCanBeMarkedThereIsNoTotalAndNoRank() {
        var scheme = Given.scheme(Given.line("on_time_rate", 50), Given.line("closing_rate", 50));
        var table =
                new Scoring(scheme, Given.measured())
                        .score(
                                "2026-01",
                                1,
                                Map.of("X", Map.of("on_time_rate", new Fact(10, 10, "1.000000"))));
        assertThat(table.rows().getFirst().total()).isEmpty();
        assertThat(table.rows().getFirst().rank()).isEmpty();
    }

    @Test
    void nothingToDivideByIsNoMark() {
        var table = score(Given.scheme(Given.line("on_time_rate", 100)), "", 0);
        assertThat(table.rows().getFirst().total()).isEmpty();
    }

    @Test
    void aDeductionStopsAtItsCapAndATotalNeverLeavesTheScale() {
        var scheme =
                Given.with(
                        new Adjustment(
                                "supervision_orders",
                                number("1"),
                                number("2"),
                                number("-3"),
                                number("7")));
        assertThat(adjusted(scheme, 1)).isEqualTo("100.00");
        assertThat(adjusted(scheme, 2)).isEqualTo("100.00");
        assertThat(adjusted(scheme, 3)).isEqualTo("97.00");
        assertThat(adjusted(scheme, 5)).isEqualTo("94.00");
        assertThat(adjusted(scheme, 900)).isEqualTo("93.00");
        var bonus =
                Given.with(
                        new Adjustment(
                                "solved_rate",
                                number("0"),
                                number("0.1"),
                                number("1"),
                                number("5")));
        assertThat(bonus.adjustments()).hasSize(1);
        assertThat(adjusted(bonus, 0)).isEqualTo("100.00");
    }

    @Test
    void equalsShareARankAndTheNextIsLeftOut() {
        var scheme = Given.scheme(Given.line("on_time_rate", 100));
        var facts = new TreeMap<String, Map<String, Fact>>();
        facts.put("A", fact("0.900000"));
        facts.put("B", fact("0.950000"));
        facts.put("C", fact("0.900000"));
        facts.put("D", fact("0.800000"));
        facts.put("E", Map.of());
        var table = new Scoring(scheme, Given.measured()).score("2026-01", 1, facts);
        assertThat(table.rows()).extracting(Row::subject).containsExactly("B", "A", "C", "D", "E");
        assertThat(table.rows())
                .extracting(row -> row.rank().orElse(0))
                .containsExactly(1, 2, 2, 4, 0);
    }

    @Test
    void aTieIsDecidedByTheIndicatorThatTheSchemeNames() {
        var scheme =
                Given.tied(
                        "closing_rate",
                        Given.line("on_time_rate", 50),
                        Given.line("closing_rate", 50));
        var facts = new TreeMap<String, Map<String, Fact>>();
        facts.put("A", Map.of("on_time_rate", good("0.900000"), "closing_rate", good("0.800000")));
        facts.put("B", Map.of("on_time_rate", good("0.800000"), "closing_rate", good("0.900000")));
        var table = new Scoring(scheme, Given.measured()).score("2026-01", 1, facts);
        assertThat(table.rows()).extracting(Row::subject).containsExactly("B", "A");
        assertThat(table.rows().getFirst().total()).isEqualTo(table.rows().getLast().total());
        assertThat(table.rows()).extracting(row -> row.rank().orElse(0)).containsExactly(1, 2);
    }

    @Test
    void theSameFactsAreTheSameBytes() {
        var scheme = Given.scheme(Given.line("on_time_rate", 100));
        var bytes = score(scheme, "0.875000", 40).canonicalBytes();
        assertThat(score(scheme, "0.875000", 40).canonicalBytes()).isEqualTo(bytes);
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        marks/1\tdepartment\t2026-01\tgiven\t1
                        mark\tX\ton_time_rate\t100\t0\t40\t0.875000\t40\t75.00
                        total\tX\t75.00\t1\tB
                        """);
    }

    private static String adjusted(Scheme scheme, long orders) {
        return new Scoring(scheme, Given.measured())
                .score(
                        "2026-01",
                        1,
                        Map.of(
                                "X",
                                Map.of(
                                        "on_time_rate",
                                        good("1.000000"),
                                        "supervision_orders",
                                        new Fact(orders, 1, Long.toString(orders)))))
                .rows()
                .getFirst()
                .total()
                .orElseThrow()
                .toPlainString();
    }

    private static String total(Scheme scheme, String value) {
        return score(scheme, value, 100).rows().getFirst().total().orElseThrow().toPlainString();
    }

    private static MarkTable score(Scheme scheme, String value, long sample) {
        String indicator = scheme.lines().getFirst().indicator();
        return new Scoring(scheme, Given.measured())
                .score("2026-01", 1, Map.of("X", Map.of(indicator, new Fact(0, sample, value))));
    }

    private static Map<String, Fact> fact(String value) {
        return Map.of("on_time_rate", good(value));
    }

    private static Fact good(String value) {
        return new Fact(1, 100, value);
    }

    private static Band band(String from, String marks) {
        return new Band(number(from), number(marks));
    }

    private static BigDecimal hundred() {
        return number("100");
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
