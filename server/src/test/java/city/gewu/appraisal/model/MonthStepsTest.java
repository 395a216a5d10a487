package city.gewu.appraisal.model;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.appraisal.model.MarkAppeal.Decider;
import city.gewu.appraisal.model.MarkAppeal.State;
import city.gewu.appraisal.model.MonthSteps.Standing;
import city.gewu.appraisal.model.MonthSteps.Step;
import city.gewu.platform.Decision;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The order of a month's steps, and who may decide an appeal.
class MonthStepsTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final YearMonth MONTH = YearMonth.of(2026, 9);
    private static final Instant OVER = Instant.parse("2026-09-30T16:00:00Z");

    @Test
    void aMonthIsFrozenFromItsVeryEndOn() {
        var open = standing(MonthState.OPEN, Optional.empty(), 0);
        assertThat(code(open, Step.FREEZE, OVER.minusSeconds(1)))
                .isEqualTo("appraisal.month-not-over");
        assertThat(code(open, Step.FREEZE, OVER)).isEmpty();
        assertThat(MonthSteps.listAllowed(open, OVER, ZONE)).containsExactly(Step.FREEZE);
    }

    @ParameterizedTest
    @CsvSource({"FROZEN, NOTICE", "NOTICED, FINISH", "FINAL, PUBLISH"})
    void aStepIsMadeInItsOrderOnly(MonthState state, Step step) {
        var at = OVER.plus(Duration.ofDays(9));
        for (var other : MonthState.values()) {
            var expected = other == state ? "" : "appraisal.not-in-order";
            assertThat(code(standing(other, Optional.empty(), 0), step, at)).isEqualTo(expected);
        }
    }

    @Test
    void itIsFinishedWhenTheTimeOfAppealsIsOverAndNoneWaits() {
        var until = OVER.plus(Duration.ofDays(3));
        var noticed = standing(MonthState.NOTICED, Optional.of(until), 0);
        assertThat(code(noticed, Step.FINISH, until.minusSeconds(1)))
                .isEqualTo("appraisal.appeals-open");
        assertThat(code(noticed, Step.FINISH, until)).isEmpty();
        assertThat(code(standing(MonthState.NOTICED, Optional.of(until), 1), Step.FINISH, until))
                .isEqualTo("appraisal.appeals-open");
    }

    @Test
    void noStepIsMadeBeforeTheOneItFollows() {
        var frozen =
                new Standing(
                        MONTH,
                        MonthState.FROZEN,
                        Optional.of(OVER.plusSeconds(60)),
                        Optional.empty(),
                        0);
        assertThat(code(frozen, Step.NOTICE, OVER)).isEqualTo("appraisal.bad-moment");
    }

    private static Standing standing(MonthState state, Optional<Instant> until, int open) {
        return new Standing(MONTH, state, Optional.empty(), until, open);
    }

    private static String code(Standing standing, Step step, Instant at) {
        return MonthSteps.decide(standing, step, at, ZONE)
                        instanceof Decision.Refused<MonthState, Step>(var why)
                ? why.code()
                : "";
    }

    @ParameterizedTest
    @CsvSource({
        "assessor, false, appraisal.scorer-decides",
        "handler, false, appraisal.appellant-decides",
        "lawyer, true, appraisal.own-marks",
        "lawyer, false, ''"
    })
    void anAppealIsDecidedByNobodyWhoHasAPartInIt(String person, boolean ofSubject, String code) {
        var decision = appeal().decide(true, "属实", new Decider(person, "assessor", ofSubject));
        assertThat(decision instanceof Decision.Refused<State, String>(var why) ? why.code() : "")
                .isEqualTo(code);
    }

    @Test
    void aDecisionSaysWhy() {
        assertThat(
                        appeal().decide(false, " ", new Decider("lawyer", "assessor", false))
                                        instanceof Decision.Refused<State, String>(var why)
                                ? why.code()
                                : "")
                .isEqualTo("appraisal.missing-reason");
    }

    private static MarkAppeal appeal() {
        return new MarkAppeal(
                7,
                MONTH,
                "department",
                "roads",
                "on_time_rate",
                List.of(1L),
                "理由",
                List.of(),
                State.LODGED,
                "handler",
                OVER,
                "",
                Optional.empty(),
                "");
    }
}
