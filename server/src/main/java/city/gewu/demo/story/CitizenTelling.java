package city.gewu.demo.story;

import city.gewu.casework.CaseCommand.Accept;
import city.gewu.casework.CaseCommand.Close;
import city.gewu.casework.CaseCommand.Dispatch;
import city.gewu.casework.CaseCommand.File;
import city.gewu.casework.CaseCommand.PassCheck;
import city.gewu.casework.CaseCommand.RefuseAcceptance;
import city.gewu.casework.CaseCommand.ReportHandled;
import city.gewu.casework.CaseCommand.RequestCheck;
import city.gewu.casework.CaseCommand.TakeUp;
import city.gewu.casework.CaseId;
import city.gewu.casework.CaseStory;
import city.gewu.casework.CaseStory.Step;
import city.gewu.casework.Position;
import city.gewu.casework.Problem;
import city.gewu.casework.RefusalGround;
import city.gewu.casework.ReportSource;
import city.gewu.demo.story.DayTelling.Town;
import city.gewu.demo.story.Whereabouts.Place;
import city.gewu.engagement.CitizenReports.Sent;
import city.gewu.engine.worktime.TimeLimit;
import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.patrol.Patrol.Look;
import city.gewu.people.Actor;
import city.gewu.people.Post;
import city.gewu.worktime.Worktime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/// People who reported something with the citizens' app yesterday or today and follow it: one for
/// each way a report can stand, each step at a moment of its own.
public final class CitizenTelling {

    private static final long SEED = 420_801;

    /// Behind the numbers of the album, so that no report shows a picture of another case.
    private static final int FIRST_STREET = 200;

    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final LocalTime EVENING = LocalTime.of(21, 0);

    private final World world;
    private final Whereabouts whereabouts;
    private final Town town;
    private final Camera camera;
    private final List<ProblemKind> kinds;
    private final Instant asOf;

    public CitizenTelling(Town town, Crew crew, Camera camera, Worktime worktime, Instant asOf) {
        this.world = World.of(crew, new PhotoAlbum(Map.of(), Map.of()), worktime, town.zone());
        this.whereabouts = new Whereabouts(town.plan(), town.landmarks());
        this.town = town;
        this.camera = camera;
        this.asOf = asOf;
        this.kinds = ProblemKind.list().stream().filter(kind -> knows(kind)).toList();
    }

    /// Takes the photos of a report: one street, before and after.
    public interface Camera {

        /// As it was found: a JPEG.
        byte[] found(String scene, int number) throws IOException;

        /// The same street put right, kept.
        PhotoId putRight(String scene, int number) throws IOException;
    }

    /// How far a report has come.
    public enum Stage {
        RECEIVED,
        FILED,
        HANDLING,
        CHECKING,
        CLOSED,
        REFUSED
    }

    /// @param steps from the report on, in their order
    /// @param publisher who puts the photos out; nobody while the report is not accepted
    public record Citizen(Stage stage, Sent sent, List<Step> steps, Optional<Actor> publisher) {

        public Citizen {
            steps = List.copyOf(steps);
        }

        /// The looks that the steps tell of, at the case that the report became.
        public List<Look> listLooks(CaseId about) {
            var problem =
                    new Problem(
                            ReportSource.CITIZEN_APP,
                            sent.category(),
                            Optional.empty(),
                            sent.description(),
                            sent.place(),
                            Optional.of(new Position(sent.longitude(), sent.latitude())),
                            Optional.empty(),
                            List.of(),
                            List.of());
            var id = sent.clientId().toString();
            var reporter = Actor.system("citizen");
            var story = new CaseStory("citizen", id, id, problem, reporter, sent.at(), steps);
            return Looks.list(story, about, List.of());
        }
    }

    private boolean knows(ProblemKind kind) {
        return kind.conditions().keySet().stream()
                .allMatch(condition -> findLimit(kind, condition).isPresent());
    }

    private Optional<TimeLimit> findLimit(ProblemKind kind, String condition) {
        return town.categories().stream()
                .filter(category -> category.code().equals(kind.category()))
                .flatMap(category -> category.conditions().stream())
                .filter(one -> one.code().equals(condition))
                .map(one -> one.limit())
                .findFirst();
    }

    /// Always the same people with the same troubles.
    public List<Citizen> tell() throws IOException {
        var random = new Random(SEED);
        var citizens = new ArrayList<Citizen>();
        for (var stage : Stage.values()) {
            citizens.add(tell(stage, citizens.size() + 1, random));
        }
        return citizens;
    }

    /// They come from addresses that are kept for examples (RFC 5737).
    private Citizen tell(Stage stage, int number, Random random) throws IOException {
        var kind = Dice.pick(random, kinds);
        var condition = kind.condition(random);
        var place = whereabouts.find(random);
        var words =
                Dice.pick(random, kind.texts())
                        .replace("{at}", place.address())
                        .replace("{road}", place.road())
                        .replace("{mark}", place.mark())
                        .replace("{n}", Integer.toString(2 + random.nextInt(7)))
                        .replace("{m}", Integer.toString(5 + random.nextInt(40)));
        int street = FIRST_STREET + number;
        var sent =
                new Sent(
                        id("report", number),
                        reportedAt(stage),
                        id("phone", number).toString(),
                        "203.0.113." + number,
                        place.position().longitude(),
                        place.position().latitude(),
                        place.address(),
                        kind.category(),
                        words,
                        List.of(camera.found(kind.scene(), street)));
        var lead = world.crew().one(Post.SHIFT_LEAD, random);
        var steps =
                stage == Stage.REFUSED
                        ? refused(sent.at(), random)
                        : steps(stage, sent.at(), kind, condition, place, street, random);
        boolean accepted = stage != Stage.RECEIVED && stage != Stage.REFUSED;
        return new Citizen(
                stage, sent, steps, accepted ? Optional.of(lead) : Optional.<Actor>empty());
    }

    /// The same in every build, so that a build that was cut off reports nothing twice.
    private static UUID id(String what, int number) {
        return UUID.nameUUIDFromBytes(
                "demo citizen %s %d".formatted(what, number).getBytes(StandardCharsets.UTF_8));
    }

    /// Long enough ago for the steps of the stage.
    private Instant reportedAt(Stage stage) {
        return switch (stage) {
            case RECEIVED -> asOf.minus(Duration.ofMinutes(12));
            case FILED -> asOf.minus(Duration.ofMinutes(50));
            case HANDLING -> byDay(asOf.minus(Duration.ofMinutes(110)));
            case CHECKING -> yesterday(LocalTime.of(12, 20));
            case CLOSED -> yesterday(LocalTime.of(9, 10));
            case REFUSED -> yesterday(LocalTime.of(10, 40));
        };
    }

    private Instant yesterday(LocalTime time) {
        return asOf.atZone(town.zone())
                .toLocalDate()
                .minusDays(1)
                .atTime(time)
                .atZone(town.zone())
                .toInstant();
    }

    /// The moment, unless everybody who would act on it sleeps.
    private Instant byDay(Instant at) {
        var time = at.atZone(town.zone()).toLocalTime();
        return time.isBefore(MORNING) || time.isAfter(EVENING)
                ? yesterday(LocalTime.of(16, 10))
                : at;
    }

    private List<Step> refused(Instant at, Random random) {
        return new Timeline(at, random)
                .after(18, 40)
                .step(
                        world.crew().one(Post.INTAKE_CLERK, random),
                        new RefuseAcceptance(RefusalGround.NOT_FOUND, phrase(random, "refused")))
                .steps();
    }

    private List<Step> steps(
            Stage stage,
            Instant at,
            ProblemKind kind,
            String condition,
            Place place,
            int street,
            Random random)
            throws IOException {
        var clerk = world.crew().one(Post.INTAKE_CLERK, random);
        var lead = world.crew().one(Post.SHIFT_LEAD, random);
        var line = new Timeline(at, random);
        if (stage == Stage.RECEIVED) {
            return line.steps();
        }
        line.after(3, 9).step(clerk, new Accept());
        line.after(6, 14).step(lead, new File(kind.category(), Optional.of(condition)));
        if (stage == Stage.FILED) {
            return line.steps();
        }
        var department =
                world.duties()
                        .department(kind.category(), List.of(place.district(), place.street()), "");
        var handler = world.crew().handler(department);
        line.after(5, 16);
        var limit = findLimit(kind, condition).orElseThrow();
        var clock = world.worktime().start(line.now(), limit);
        line.step(
                world.crew().one(Post.DISPATCHER, random),
                new Dispatch(department, List.of(), Optional.of(clock)));
        line.after(18, 45).step(handler, new TakeUp());
        if (stage == Stage.HANDLING) {
            return line.steps();
        }
        line.waiting(clock, line.now().plus(Duration.ofMinutes(60 + random.nextInt(80))));
        line.step(
                handler,
                new ReportHandled(
                        phrase(random, "handled." + kind.scene()),
                        List.of(camera.putRight(kind.scene(), street))));
        line.after(4, 12).step(clerk, new RequestCheck());
        if (stage == Stage.CHECKING) {
            return line.steps();
        }
        line.after(20, 50)
                .step(
                        world.crew().one(Post.CHECKER, random),
                        new PassCheck(phrase(random, "passed"), List.of()));
        return line.after(5, 20).step(lead, new Close(phrase(random, "closed"))).steps();
    }

    private String phrase(Random random, String use) {
        return world.phrases().pick(random, use);
    }
}
