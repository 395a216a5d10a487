package city.gewu.assessment.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.gewu.assessment.Facts;
import city.gewu.assessment.GivenAssessment;
import city.gewu.assessment.usecase.EvaluatePeriod.Question;
import city.gewu.platform.RefusedException;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a person names is looked up; it never reaches a statement.
class RefusalsTest {

    private static final GivenAssessment GIVEN = new GivenAssessment();
    private static final EvaluatePeriod PERIODS = GIVEN.get(EvaluatePeriod.class);
    private static final String INJECTED = "x'; drop table casework.case_file; --";

    @Test
    void aPeriodThatIsNone() {
        refused("assessment.bad-period", () -> GIVEN.figures("2011-13", "ward", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "grid", "WARD", "unit", INJECTED})
    void aKindThatTheCityDoesNotHave(String kind) {
        refused(
                "assessment.unknown-subject-kind",
                () -> GIVEN.figures("2011-08", kind, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "score", "ON_TIME_RATE", INJECTED})
    void anIndicatorThatIsNotInTheBook(String indicator) {
        refused(
                "assessment.unknown-indicator",
                () -> GIVEN.figures("2011-08", "ward", Optional.of(indicator)));
    }

    @Test
    void anIndicatorThatIsNotMeasuredByTheKind() {
        refused(
                "assessment.bad-subject-kind",
                () -> GIVEN.figures("2011-08", "department", Optional.of("on_the_spot_share")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sum", INJECTED})
    void aPartThatIsNone(String part) {
        refused("assessment.bad-part", () -> behind("on_time_rate", "01", part));
    }

    @Test
    void theDenominatorOfACountIsNoCases() {
        refused("assessment.bad-part", () -> behind("cases_filed", "01", "denominator"));
    }

    @Test
    void aSubjectIsOnlyEverAValue() {
        GIVEN.empty();
        GIVEN.facts(Facts.due("2011-08-10T00:00").in("BOS", INJECTED));
        assertThat(
                        PERIODS.listCasesBehind(
                                new Question(
                                        "2011-08", "ward", INJECTED, "on_time_rate", "denominator"),
                                0,
                                10))
                .hasSize(1);
    }

    private static void behind(String indicator, String subject, String part) {
        PERIODS.listCasesBehind(new Question("2011-08", "ward", subject, indicator, part), 0, 10);
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(call)
                .satisfies(e -> {
                    assertThat(e.refusal().code()).isEqualTo(code);
                    assertThat(e.refusal().detail()).contains("(");
                    assertThat(e.refusal().advice()).isNotBlank();
                });
    }
}
