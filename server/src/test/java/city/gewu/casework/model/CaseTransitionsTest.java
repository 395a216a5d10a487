package city.gewu.casework.model;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.GoldenFile;
import city.gewu.casework.CaseCommand;
import city.gewu.casework.CaseCommand.DeadlineSignal;
import city.gewu.casework.CaseCommand.RaiseDeadline;
import city.gewu.casework.CaseCommand.TellLeadEnded;
import city.gewu.casework.CityFixture;
import city.gewu.people.Actor;
import city.gewu.platform.Decision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The whole machine as a table: what each command makes of each state, and for whom it is open.
class CaseTransitionsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/case-transitions.md");

    /// Holds every post of every department, so that only the state decides.
    private static final Actor ANYBODY = Actor.system("table");

    @Test
    void everyStateAnswersEveryCommandAsTheTableSays() throws IOException {
        GoldenFile.check(GOLDEN, moves() + "\n" + rights());
    }

    @Test
    void theSamplesCoverEveryStateOfTheTree() {
        var sampled =
                CaseFiles.everyState().values().stream()
                        .map(Object::getClass)
                        .collect(Collectors.toSet());

        assertThat(sampled).isEqualTo(leaves(CaseState.class));
    }

    @Test
    void theSamplesCoverEveryCommand() {
        var sampled =
                commands(CaseFiles.in(CaseFiles.state("Reported")), ANYBODY).stream()
                        .map(Object::getClass)
                        .collect(Collectors.toSet());

        assertThat(sampled).isEqualTo(leaves(CaseCommand.class));
    }

    private static String moves() {
        var table = new StringBuilder("# What becomes of a case\n\nA dot: not in this state.\n\n");
        var states = CaseFiles.everyState();
        table.append("| command | ").append(String.join(" | ", states.keySet())).append(" |\n");
        table.append("|---".repeat(states.size() + 1)).append("|\n");
        int count = commands(CaseFiles.in(CaseFiles.state("Reported")), ANYBODY).size();
        for (int i = 0; i < count; i++) {
            row(table, states, i);
        }
        return table.toString();
    }

    private static void row(StringBuilder table, Map<String, CaseState> states, int command) {
        var cells = new ArrayList<String>();
        var name = "";
        for (var state : states.values()) {
            var file = CaseFiles.in(state);
            var asked = commands(file, ANYBODY).get(command);
            name =
                    asked instanceof RaiseDeadline(var signal)
                            ? CommandName.of(asked) + " " + signal
                            : CommandName.of(asked);
            cells.add(cell(CaseRules.decide(file, asked, by(ANYBODY))));
        }
        table.append("| %s | %s |\n".formatted(name, String.join(" | ", cells)));
    }

    private static String cell(Decision<CaseFile, Happening> decision) {
        return switch (decision) {
            case Decision.Moved(var next, var happening) ->
                    "**%s** %s"
                            .formatted(next.state().getClass().getSimpleName(), happening.kind());
            case Decision.Refused(var why) ->
                    why.code().equals("casework.not-in-state")
                            ? "·"
                            : why.code().replace("casework.", "");
        };
    }

    private static String rights() {
        var table = new StringBuilder("# Which commands are open to whom\n\n");
        table.append("| state | ");
        table.append(
                CityFixture.EVERYBODY.stream().map(Actor::id).collect(Collectors.joining(" | ")));
        table.append(" |\n").append("|---".repeat(CityFixture.EVERYBODY.size() + 1)).append("|\n");
        CaseFiles.everyState()
                .forEach((name, state) -> {
                    var cells =
                            CityFixture.EVERYBODY.stream()
                                    .map(actor -> open(CaseFiles.in(state), actor))
                                    .collect(Collectors.joining(" | "));
                    table.append("| %s | %s |\n".formatted(name, cells));
                });
        return table.toString();
    }

    private static String open(CaseFile file, Actor actor) {
        return AllowedCommands.of(file, by(actor)).stream()
                .map(CommandForm::command)
                .collect(Collectors.joining(", "));
    }

    private static By by(Actor actor) {
        return By.of(actor, CaseFiles.NOW, CityFixture.ZONE);
    }

    static List<CaseCommand> commands(CaseFile file, Actor actor) {
        return Stream.concat(
                        Stream.concat(
                                AllowedCommands.samples(file, by(actor)).stream(),
                                Stream.of(new TellLeadEnded("JM1", "closed", "-"))),
                        Arrays.stream(DeadlineSignal.values()).map(RaiseDeadline::new))
                .toList();
    }

    private static Set<Class<?>> leaves(Class<?> type) {
        var leaves = new LinkedHashSet<Class<?>>();
        for (var permitted : type.getPermittedSubclasses()) {
            if (permitted.isSealed()) {
                leaves.addAll(leaves(permitted));
            } else {
                leaves.add(permitted);
            }
        }
        return leaves;
    }
}
