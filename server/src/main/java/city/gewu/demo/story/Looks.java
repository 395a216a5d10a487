package city.gewu.demo.story;

import city.gewu.casework.CaseCommand.FailCheck;
import city.gewu.casework.CaseCommand.PassCheck;
import city.gewu.casework.CaseCommand.ReportVerification;
import city.gewu.casework.CaseCommand.RequestCheck;
import city.gewu.casework.CaseCommand.RequestVerification;
import city.gewu.casework.CaseId;
import city.gewu.casework.CaseStory;
import city.gewu.casework.CaseStory.Step;
import city.gewu.casework.FieldCases.Finding;
import city.gewu.casework.Position;
import city.gewu.demo.story.Timeline.RanOut;
import city.gewu.engine.spatial.GroundDistance;
import city.gewu.patrol.Patrol.Look;
import city.gewu.patrol.Patrol.Spot;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/// The looks that a story tells of (核实、核查): who was sent, and where they stood when they answered.
final class Looks {

    /// Now and then somebody answers from the next street.
    private static final double FROM_AFAR = 0.03;

    private final CaseStory story;
    private final CaseId about;
    private final List<RanOut> ranOut;
    private final List<Look> looks = new ArrayList<>();
    private int failed;

    private Looks(CaseStory story, CaseId about, List<RanOut> ranOut) {
        this.story = story;
        this.about = about;
        this.ranOut = ranOut;
    }

    /// Those that were answered, and before each those that ran out.
    static List<Look> list(CaseStory story, CaseId about, List<RanOut> ranOut) {
        return story.problem()
                .position()
                .map(place -> new Looks(story, about, ranOut).list(place))
                .orElse(List.of());
    }

    private List<Look> list(Position place) {
        var asked = story.reportedAt();
        for (var step : story.steps()) {
            if (step.command() instanceof RequestVerification
                    || step.command() instanceof RequestCheck) {
                asked = step.at();
            }
            var finding = findFinding(step);
            if (finding.isPresent()) {
                add(finding.get(), asked, step, place);
                failed += finding.get() == Finding.Kind.FAILED ? 1 : 0;
            }
        }
        return looks;
    }

    private static Optional<Finding.Kind> findFinding(Step step) {
        return switch (step.command()) {
            case ReportVerification(var confirmed, _, _) ->
                    Optional.of(confirmed ? Finding.Kind.CONFIRMED : Finding.Kind.NOT_CONFIRMED);
            case PassCheck _ -> Optional.of(Finding.Kind.PASSED);
            case FailCheck _ -> Optional.of(Finding.Kind.FAILED);
            default -> Optional.empty();
        };
    }

    private void add(Finding.Kind finding, Instant asked, Step answer, Position place) {
        var given = asked;
        for (var run : ranOut) {
            if (run.askedAt().equals(asked)) {
                looks.add(look(finding, run.person(), asked, Optional.empty()));
                given = asked.plus(Timeline.RUNS_OUT);
            }
        }
        looks.add(look(finding, answer.actor().id(), given, Optional.of(spot(place, answer.at()))));
    }

    /// The ids are the same in every build.
    private Look look(Finding.Kind finding, String person, Instant asked, Optional<Spot> spot) {
        var id = "look %s %s %d".formatted(story.source(), story.sourceId(), looks.size());
        return new Look(
                UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)),
                about,
                finding,
                failed,
                person,
                asked,
                spot);
    }

    private Spot spot(Position place, Instant at) {
        var random = new Random(story.sourceId().hashCode() * 31L + looks.size());
        double metres =
                Dice.chance(random, FROM_AFAR)
                        ? Dice.between(random, 150, 400)
                        : Dice.between(random, 2, 35);
        double way = Dice.between(random, 0, 2 * Math.PI);
        return new Spot(
                at,
                place.longitude()
                        + GroundDistance.degreesAcross(metres * Math.sin(way), place.latitude()),
                place.latitude() + GroundDistance.degreesUp(metres * Math.cos(way)),
                4 + random.nextInt(10));
    }
}
