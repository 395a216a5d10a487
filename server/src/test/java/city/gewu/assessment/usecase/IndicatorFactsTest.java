package city.gewu.assessment.usecase;

import static city.gewu.assessment.Facts.due;
import static city.gewu.assessment.Facts.problem;
import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.assessment.Facts;
import city.gewu.assessment.GivenAssessment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Each indicator alone, against facts one can count on one's fingers. The period is August 2011.
class IndicatorFactsTest {

    private static final GivenAssessment GIVEN = new GivenAssessment();
    private static final String FROM = "2011-08-01T00:00";
    private static final String BEFORE_TO = "2011-08-31T23:59:59.999999";
    private static final String TO = "2011-09-01T00:00";

    @BeforeEach
    void emptyTheCity() {
        GIVEN.empty();
    }

    @Test
    void onTimeMeansClosedNoLaterThanDue() {
        facts(
                due("2011-08-10T12:00").closed("2011-08-10T12:00"),
                due("2011-08-10T12:00").closed("2011-08-10T12:00:00.000001"),
                due("2011-08-10T12:00").closed("2011-07-31T09:00"),
                due("2011-08-10T12:00"));
        assertThat(figure("on_time_rate")).isEqualTo("2/4 = 0.500000");
    }

    @Test
    void aCaseBelongsToThePeriodItIsDueIn() {
        facts(
                due("2011-07-31T23:59:59.999999").closed("2011-07-01T00:00"),
                due(FROM).closed("2011-07-01T00:00"),
                due(BEFORE_TO).closed("2011-07-01T00:00"),
                due(TO).closed("2011-07-01T00:00"),
                problem().closed("2011-08-10T00:00"));
        assertThat(figure("on_time_rate")).isEqualTo("2/2 = 1.000000");
    }

    @Test
    void aCancelledCaseLeavesTheRates() {
        facts(due("2011-08-10T12:00").cancelled("2011-08-09T00:00"));
        assertThat(figure("on_time_rate")).isEqualTo("0/0 = ");
        assertThat(figure("closing_rate")).isEqualTo("0/0 = ");
    }

    @Test
    void aWaiverKeepsTheRawFact() {
        facts(due("2011-08-10T12:00").closed("2011-08-11T12:00").checkedInVain(0, true));
        assertThat(figure("on_time_rate")).isEqualTo("0/1 = 0.000000");
    }

    @Test
    void aSuspendedCaseDoesNotLeaveTheRates() {
        facts(due("2011-08-10T12:00").suspended());
        assertThat(figure("on_time_rate")).isEqualTo("0/1 = 0.000000");
        assertThat(figure("overdue_open")).isEqualTo("1/1 = 1");
    }

    @Test
    void anExtensionMovesTheDueTimeThatJudges() {
        facts(due("2011-08-10T12:00").firstDue("2011-08-01T12:00").closed("2011-08-09T12:00"));
        assertThat(figure("on_time_rate")).isEqualTo("1/1 = 1.000000");
    }

    @Test
    void aReworkedCaseIsJudgedByItsFirstDueTime() {
        facts(
                due("2011-09-10T12:00")
                        .firstDue("2011-08-10T12:00")
                        .checkedInVain(1, false)
                        .closed("2011-08-20T12:00"),
                due("2011-09-10T12:00").firstDue("2011-08-10T12:00").checkedInVain(1, false));
        assertThat(figure("on_time_rate")).isEqualTo("0/2 = 0.000000");
        assertThat(figure("closing_rate")).isEqualTo("1/2 = 0.500000");
        assertThat(figure("overdue_open")).isEqualTo("1/1 = 1");
    }

    @Test
    void closingCountsWhatIsClosedBeforeThePeriodEnds() {
        facts(
                due("2011-08-10T12:00").closed("2011-08-10T11:00"),
                due("2011-08-10T12:00").closed(BEFORE_TO),
                due("2011-08-10T12:00").closed(TO));
        assertThat(figure("closing_rate")).isEqualTo("2/3 = 0.666667");
        assertThat(figure("on_time_rate")).isEqualTo("1/3 = 0.333333");
    }

    @Test
    void filedCountsByTheMomentOfFilingAndKeepsTheCancelled() {
        facts(
                problem().filed("2011-07-31T23:59:59.999999"),
                problem().filed(FROM),
                problem().filed(BEFORE_TO).cancelled(TO),
                problem().filed(TO),
                problem().reported("2011-08-10T00:00"));
        assertThat(figure("cases_filed", "city", "BOS")).isEqualTo("2/1 = 2");
    }

    @Test
    void overdueAndOpenIsTheStockAtTheEndOfThePeriod() {
        facts(
                due("2011-03-01T00:00"),
                due(BEFORE_TO),
                due(TO),
                due("2011-08-01T00:00").closed(BEFORE_TO),
                due("2011-08-01T00:00").closed(TO),
                due("2011-08-01T00:00").cancelled("2011-08-02T00:00"),
                due("2011-08-01T00:00").cancelled(TO),
                due("2011-08-01T00:00").reported(TO));
        assertThat(figure("overdue_open")).isEqualTo("4/1 = 4");
    }

    @Test
    void handlingRunsFromDispatchToHandledInSeconds() {
        facts(
                due("2011-09-10T00:00").dispatched("2011-08-01T08:00").handled("2011-08-01T09:30"),
                due("2011-09-10T00:00").dispatched("2011-07-31T23:00").handled(FROM),
                due("2011-09-10T00:00").dispatched("2011-08-31T00:00").handled(TO),
                due("2011-09-10T00:00").dispatched("2011-07-31T00:00").handled("2011-07-31T01:00"));
        assertThat(figure("mean_handling_hours")).isEqualTo("9000/2 = 1.25");
    }

    @Test
    void partsOfASecondAreCutOffBeforeTheyAreAdded() {
        facts(
                due("2011-09-10T00:00")
                        .dispatched("2011-08-01T08:00:00.000001")
                        .handled("2011-08-01T08:00:10"),
                due("2011-09-10T00:00")
                        .dispatched("2011-08-01T08:00:00.5")
                        .handled("2011-08-01T08:00:01.5"));
        assertThat(figure("mean_handling_hours")).isEqualTo("10/2 = 0.00");
    }

    @Test
    void whatWasNeverDispatchedHasNoHandlingTimeButMayBeReworked() {
        facts(problem().by("PWD").handled("2011-08-05T00:00").checkedInVain(1, false));
        assertThat(figure("mean_handling_hours")).isEqualTo("0/0 = ");
        assertThat(figure("rework_rate")).isEqualTo("1/1 = 1.000000");
    }

    @Test
    void aReworkedCaseCountsOnceHoweverOftenItFailed() {
        facts(
                due("2011-08-20T00:00").handled(FROM).checkedInVain(3, false),
                due("2011-08-20T00:00").handled(BEFORE_TO),
                due("2011-08-20T00:00").handled(TO).checkedInVain(1, false));
        assertThat(figure("rework_rate")).isEqualTo("1/2 = 0.500000");
    }

    @Test
    void putRightOnTheSpotIsAShareOfAllThatWasReported() {
        facts(
                problem().reported(FROM).fixedOnSpot(),
                problem().reported(BEFORE_TO),
                problem().reported("2011-08-10T00:00").cancelled("2011-08-10T01:00"),
                problem().reported(TO).fixedOnSpot());
        assertThat(figure("on_the_spot_share", "ward", "01")).isEqualTo("1/3 = 0.333333");
    }

    @Test
    void casesOfNoDepartmentAndOfNoUnitAreGatheredUnderADash() {
        facts(due("2011-08-10T12:00").by(""), due("2011-08-10T12:00").in("BOS", ""));
        assertThat(figure("on_time_rate", "department", "-")).isEqualTo("0/1 = 0.000000");
        assertThat(figure("on_time_rate", "ward", "-")).isEqualTo("0/1 = 0.000000");
        assertThat(figure("on_time_rate", "city", "BOS")).isEqualTo("0/2 = 0.000000");
    }

    @Test
    void aPlaceShorterThanTheLevelsBelongsToNoUnitOfTheLast() {
        facts(due("2011-08-10T12:00").in("BOS"));
        assertThat(figure("on_time_rate", "ward", "-")).isEqualTo("0/1 = 0.000000");
    }

    private static void facts(Facts... facts) {
        GIVEN.facts(facts);
    }

    private static String figure(String indicator) {
        return figure(indicator, "department", "PWD");
    }

    private static String figure(String indicator, String kind, String subject) {
        return GIVEN.figure("2011-08", kind, subject, indicator);
    }
}
