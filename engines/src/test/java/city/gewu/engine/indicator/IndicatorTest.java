package city.gewu.engine.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndicatorTest {

    private static final Words WORDS = new Words("某", "some");
    private static final String LATE = "case when closed_at > due_at then 1 else 0 end";

    @Test
    void thePeriodIsWrittenIntoBothParts() {
        var indicator = resolve(rate(PeriodRule.DUE_AT, LATE, "1"));
        assertThat(indicator.numeratorSql())
                .isEqualTo(
                        "case when due_at >= :from and due_at < :to then case when closed_at > due_at"
                                + " then 1 else 0 end else 0 end");
        assertThat(indicator.denominatorSql())
                .contains("case when due_at >= :from and due_at < :to then 1 else 0 end");
    }

    @Test
    void aCountHasNoDenominatorAndARateHasOne() {
        assertThat(resolve(count()).denominatorSql()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        resolve(define(FigureUnit.RATE, PeriodRule.DUE_AT, "1", Optional.empty())))
                .withMessageContaining("(late)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1; drop table x",
                "1 -- hidden",
                "1 /* hidden */",
                "'text'",
                "pg_sleep(9)",
                "description",
                "(select 1)",
                "closed_at / 2",
                ":who",
                "\"due_at\"",
                "(1",
                "1)",
                "_x"
            })
    void aPartMaySayNothingBeyondTheDialect(String sql) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> resolve(rate(PeriodRule.DUE_AT, sql, "1")))
                .withMessageContaining("numerator of the indicator (late)");
    }

    @Test
    void allIndicatorsOfASubjectAreOneStatement() {
        var sql =
                FusedStatement.figures(
                        List.of(resolve(count()), resolve(rate(PeriodRule.DUE_AT, LATE, "1"))),
                        Subject.DEPARTMENT,
                        "select due_at\nfrom somewhere");
        assertThat(sql)
                .isEqualTo(
                        """
                        -- assessment.figures
                        select
                          coalesce(nullif(department, ''), '-') as subject,
                          cast(sum(case when filed_at >= :from and filed_at < :to then 1 else 0 end) as bigint) as n0,
                          1 as d0,
                          cast(sum(case when due_at >= :from and due_at < :to then case when closed_at > due_at then 1 else 0 end else 0 end) as bigint) as n1,
                          cast(sum(case when due_at >= :from and due_at < :to then 1 else 0 end) as bigint) as d1
                        from (
                          select due_at
                          from somewhere
                        ) fact
                        where (filed_at >= :from and filed_at < :to)
                          or (due_at >= :from and due_at < :to)
                        group by coalesce(nullif(department, ''), '-')
                        """);
    }

    @Test
    void aSubjectOrAPeriodThatTheSourceDoesNotKnowIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Indicator.resolve(ofReports(), Source.REPORTS))
                .withMessageContaining("subject kind");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> resolve(rate(PeriodRule.RATED_AT, "1", "1")))
                .withMessageContaining("period rule");
    }

    @Test
    void everySourceIsFoundByItsNameAndKnowsMoments() {
        for (var source : Source.ALL) {
            assertThat(Source.find(source.name())).contains(source);
            assertThat(source.columns()).anyMatch(column -> column.endsWith("_at"));
        }
        assertThat(Source.find("people.account")).isEmpty();
    }

    private static Definition ofReports() {
        return new Definition(
                "late",
                WORDS,
                FigureUnit.COUNT,
                Source.REPORTS.name(),
                List.of(Subject.DEPARTMENT),
                PeriodRule.REPORTED_AT,
                new Definition.Part(WORDS, "1"),
                Optional.empty(),
                0,
                WORDS,
                WORDS,
                Optional.empty());
    }

    private static Indicator resolve(Definition definition) {
        return Indicator.resolve(definition, Source.CASES);
    }

    private static Definition count() {
        return define(FigureUnit.COUNT, PeriodRule.FILED_AT, "1", Optional.empty());
    }

    private static Definition rate(PeriodRule period, String numerator, String denominator) {
        return define(
                FigureUnit.RATE,
                period,
                numerator,
                Optional.of(new Definition.Part(WORDS, denominator)));
    }

    private static Definition define(
            FigureUnit unit,
            PeriodRule period,
            String numerator,
            Optional<Definition.Part> denominator) {
        return new Definition(
                "late",
                WORDS,
                unit,
                Source.CASES.name(),
                List.copyOf(Source.CASES.subjects()),
                period,
                new Definition.Part(WORDS, numerator),
                denominator,
                1,
                WORDS,
                WORDS,
                Optional.empty());
    }
}
