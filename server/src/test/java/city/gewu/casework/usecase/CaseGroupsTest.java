package city.gewu.casework.usecase;

import static city.gewu.casework.CityFixture.CLERK;
import static city.gewu.casework.CityFixture.SHIFT_LEAD;
import static city.gewu.casework.CityFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.casework.CaseCommand.Accept;
import city.gewu.casework.CaseCommand.Merge;
import city.gewu.casework.CaseCommand.RefuseFiling;
import city.gewu.casework.CaseCommand.Split;
import city.gewu.casework.CaseId;
import city.gewu.casework.RefusalGround;
import city.gewu.database.TestDatabase;
import city.gewu.platform.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CaseGroupsTest {

    private LedgerFixture city;

    @BeforeEach
    void open() {
        city = new LedgerFixture(TestDatabase.fresh());
    }

    @AfterEach
    void close() throws InterruptedException {
        city.close();
    }

    @Test
    void aCopySplitOffStandsWhereItStood() {
        var lead = city.report();
        var copy = city.report();
        city.command(copy, new Accept(), CLERK);
        city.command(copy, new Merge(lead), CLERK);
        assertThat(city.state(copy)).isEqualTo("Merged");

        city.command(copy, new Split("another hole"), SHIFT_LEAD);
        assertThat(city.state(copy)).isEqualTo("Accepted");
        assertThat(city.findings()).isEmpty();
    }

    @Test
    void everyCopyIsToldOnceHowItsLeadEnded() {
        var lead = city.report();
        var copy = city.report();
        city.command(copy, new Accept(), CLERK);
        city.command(copy, new Merge(lead), CLERK);
        city.command(lead, new Accept(), CLERK);
        city.command(
                lead, new RefuseFiling(RefusalGround.PRIVATE_MATTER, "private ground"), SHIFT_LEAD);

        assertThat(city.groups.tell()).isEqualTo(1);
        var told = city.published.getLast();
        assertThat(told.id()).isEqualTo(copy);
        assertThat(told.kind()).isEqualTo("lead-ended");
        assertThat(told.details())
                .containsEntry("outcome", "refused-filing")
                .containsEntry("reason", "private ground");
        assertThat(city.groups.tell()).isZero();

        city.command(copy, new Split("still there"), CLERK);
        assertThat(city.state(copy)).isEqualTo("Accepted");
        assertThat(city.findings()).isEmpty();
    }

    @Test
    void twoClerksWhoMergeTwoCasesIntoEachOtherAtOnceLeaveOneLead() throws Exception {
        for (int i = 0; i < 20; i++) {
            var one = city.report();
            var other = city.report();
            try (var both = Executors.newFixedThreadPool(2)) {
                List<Callable<Boolean>> wishes =
                        List.of(() -> tryMerge(one, other), () -> tryMerge(other, one));
                var tries = both.invokeAll(wishes);
                var done = new ArrayList<Boolean>();
                for (var attempt : tries) {
                    done.add(attempt.get());
                }
                assertThat(done).containsExactlyInAnyOrder(true, false);
            }
        }
    }

    private boolean tryMerge(CaseId copy, CaseId lead) {
        try {
            city.command(copy, new Merge(lead), CLERK);
            return true;
        } catch (RefusedException _) {
            return false;
        }
    }

    @Test
    void aGroupIsOneLevelDeepAndItsLeadIsOpen() {
        var lead = city.report();
        var copy = city.report();
        var third = city.report();
        city.command(copy, new Merge(lead), CLERK);

        assertThat(refused(() -> city.command(third, new Merge(copy), CLERK)).refusal().code())
                .isEqualTo("casework.lead-is-copy");
        assertThat(refused(() -> city.command(lead, new Merge(third), CLERK)).refusal().code())
                .isEqualTo("casework.leads-group");
        city.command(lead, new Accept(), CLERK);
        city.command(
                lead, new RefuseFiling(RefusalGround.PRIVATE_MATTER, "private ground"), SHIFT_LEAD);
        assertThat(refused(() -> city.command(third, new Merge(lead), CLERK)).refusal().code())
                .isEqualTo("casework.lead-finished");
    }
}
