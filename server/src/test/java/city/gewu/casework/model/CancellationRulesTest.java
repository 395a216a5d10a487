package city.gewu.casework.model;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.casework.CaseCommand;
import city.gewu.casework.CaseCommand.AskCancellation;
import city.gewu.casework.CaseCommand.Cancel;
import city.gewu.casework.CaseCommand.DeclineRequest;
import city.gewu.casework.CaseCommand.Dispatch;
import city.gewu.casework.CityFixture;
import city.gewu.casework.model.CaseState.Cancelled;
import city.gewu.casework.model.CaseState.Filed;
import city.gewu.people.Actor;
import city.gewu.platform.Decision;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nobody cancels a case that counts alone (作废审批).
class CancellationRulesTest {

    private static final AskCancellation ASK = new AskCancellation("reported twice");
    private static final Cancel CANCEL = new Cancel("agreed");

    @ParameterizedTest
    @ValueSource(strings = {"ToDispatch", "Arbitration", "Dispatched", "Handling"})
    void aFiledCaseIsNotCancelledByTheLeadAlone(String state) {
        assertThat(refusal(CaseFiles.state(state), CANCEL, CityFixture.SHIFT_LEAD))
                .isEqualTo("casework.cancellation-not-asked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ToDispatch", "Arbitration", "Dispatched", "Handling"})
    void whatTheDispatcherAskedForIsCancelledByTheLeadOrDeclined(String state) {
        var asked = moved(CaseFiles.state(state), ASK, CityFixture.DISPATCHER);
        assertThat(refusal(asked, CANCEL, CityFixture.DISPATCHER))
                .isEqualTo("casework.not-allowed");
        assertThat(refusal(asked, ASK, CityFixture.DISPATCHER))
                .isEqualTo("casework.request-pending");
        var cancelled = (Cancelled) moved(asked, CANCEL, CityFixture.SHIFT_LEAD);
        assertThat(cancelled.reason()).isEqualTo("agreed");
        assertThat(cancelled.work().orElseThrow().request()).isEmpty();
        var kept = moved(asked, new DeclineRequest("no"), CityFixture.SHIFT_LEAD);
        assertThat(kept).isEqualTo(CaseFiles.state(state));
        assertThat(refusal(kept, CANCEL, CityFixture.SHIFT_LEAD))
                .isEqualTo("casework.cancellation-not-asked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Handled", "Checking", "ToClose", "Suspended"})
    void whatIsHandledOrRestsIsNotCancelled(String state) {
        for (var actor : List.of(CityFixture.SHIFT_LEAD, CityFixture.DISPATCHER)) {
            var command = actor.equals(CityFixture.DISPATCHER) ? ASK : CANCEL;
            assertThat(refusal(CaseFiles.state(state), command, actor))
                    .isEqualTo("casework.not-in-state");
        }
    }

    @Test
    void theDepartmentAsksForItsOwnCasesOnly() {
        var handling = CaseFiles.state("Handling");
        assertThat(refusal(handling, ASK, CityFixture.GARDENER)).isEqualTo("casework.not-allowed");
        assertThat(((Filed) moved(handling, ASK, CityFixture.HANDLER)).work().request())
                .isPresent();
        assertThat(refusal(handling, new AskCancellation(" "), CityFixture.HANDLER))
                .isEqualTo("casework.missing-reason");
    }

    @Test
    void whoDispatchesAfterAllTakesTheRequestBack() {
        var asked = moved(CaseFiles.state("ToDispatch"), ASK, CityFixture.DISPATCHER);
        var dispatched =
                moved(
                        asked,
                        new Dispatch("roads", List.of(), Optional.of(CaseFiles.CLOCK)),
                        CityFixture.DISPATCHER);
        assertThat(((Filed) dispatched).work().request()).isEmpty();
    }

    @Test
    void aReportThatWasNeverFiledIsCancelledByTheLead() {
        assertThat(moved(CaseFiles.state("Accepted"), CANCEL, CityFixture.SHIFT_LEAD))
                .isInstanceOf(Cancelled.class);
    }

    private static CaseState moved(CaseState state, CaseCommand command, Actor actor) {
        return decide(state, command, actor).orThrow().next().state();
    }

    private static String refusal(CaseState state, CaseCommand command, Actor actor) {
        return decide(state, command, actor) instanceof Decision.Refused(var refusal)
                ? refusal.code()
                : "";
    }

    private static Decision<CaseFile, Happening> decide(
            CaseState state, CaseCommand command, Actor actor) {
        return CaseRules.decide(
                CaseFiles.in(state), command, By.of(actor, CaseFiles.NOW, CityFixture.ZONE));
    }
}
