package city.gewu.casework.model;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.casework.CityFixture;
import city.gewu.casework.model.CaseState.Closed;
import city.gewu.casework.model.CaseState.Filed;
import city.gewu.casework.model.CaseState.Finished;
import city.gewu.casework.model.CaseState.Merged;
import city.gewu.casework.model.CaseState.Reported;
import city.gewu.casework.model.CaseState.Suspended;
import city.gewu.people.Actor;
import city.gewu.platform.Decision;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Random lives of a case: whoever asks for whatever, what must hold holds.
class CaseLifeTest {

    private static final Actor ANYBODY = Actor.system("fate");

    @Property(tries = 500)
    void noLifeBreaksARule(@ForAll("lives") List<Integer> choices) {
        var file = CaseFiles.in(new Reported());
        var now = CaseFiles.START;
        for (int choice : choices) {
            now = now.plus(Duration.ofMinutes(20));
            var by = By.of(ANYBODY, now, CityFixture.ZONE);
            var commands = CaseTransitionsTest.commands(file, ANYBODY);
            var decision = CaseRules.decide(file, commands.get(choice % commands.size()), by);
            if (decision instanceof Decision.Moved(var next, var happening)) {
                check(file, next);
                assertThat(happening.kind()).matches("[a-z]+(-[a-z]+)*");
                file = next;
            }
        }
    }

    @Property(tries = 300)
    void whatTheCaseListsIsWhatItDoes(@ForAll("lives") List<Integer> choices) {
        var file = CaseFiles.in(new Reported());
        var now = CaseFiles.START;
        for (int choice : choices) {
            now = now.plus(Duration.ofMinutes(20));
            var by = By.of(ANYBODY, now, CityFixture.ZONE);
            var open = AllowedCommands.of(file, by);
            if (open.isEmpty()) {
                assertThat(file.state()).isInstanceOf(Finished.class);
                return;
            }
            var wanted = open.get(choice % open.size()).command();
            var sample =
                    AllowedCommands.samples(file, by).stream()
                            .filter(command -> CommandName.of(command).equals(wanted))
                            .findFirst()
                            .orElseThrow();
            file = CaseRules.decide(file, sample, by).orThrow().next();
        }
    }

    private static void check(CaseFile before, CaseFile after) {
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.facts().reporter()).isEqualTo(before.facts().reporter());
        assertThat(after.facts().photos().before()).isEqualTo(before.facts().photos().before());
        if (before.state() instanceof Finished) {
            assertThat(before.state()).isInstanceOfAny(Closed.class, Merged.class);
            if (before.state() instanceof Closed) {
                assertThat(after.state()).isInstanceOf(Closed.class);
            } else {
                assertThat(after.state()).isInstanceOfAny(Merged.class, CaseState.Unfiled.class);
            }
        }
        if (before.state() instanceof Filed filed) {
            assertThat(after.state()).isNotInstanceOf(CaseState.Unfiled.class);
            if (after.state() instanceof Filed next) {
                check(filed.work(), next.work());
            }
            if (after.state() instanceof Suspended suspended) {
                assertThat(suspended.before().getClass()).isIn(filed.getClass(), before(filed));
            }
        }
    }

    private static Class<?> before(Filed filed) {
        return filed instanceof Suspended suspended
                ? suspended.before().getClass()
                : filed.getClass();
    }

    private static void check(Work before, Work after) {
        assertThat(after.tally().round()).isGreaterThanOrEqualTo(before.tally().round());
        assertThat(after.tally().returns()).isBetween(before.tally().returns(), 2);
        assertThat(after.tally().extensions()).isBetween(before.tally().extensions(), 2);
        assertThat(after.tally().failedChecks())
                .isGreaterThanOrEqualTo(before.tally().failedChecks());
        assertThat(after.milestones().filedAt()).isEqualTo(before.milestones().filedAt());
        if (after.clock().deadline().isPresent()) {
            assertThat(after.clock().firstDueAt()).isPresent();
        }
        if (after.milestones().checkedAt().isPresent()) {
            assertThat(after.milestones().handledAt()).isPresent();
        }
    }

    @Provide
    Arbitrary<List<Integer>> lives() {
        return Arbitraries.integers().between(0, 1000).list().ofMinSize(5).ofMaxSize(80);
    }
}
