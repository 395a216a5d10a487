package city.gewu.demo.story;

import city.gewu.casework.CaseCommand;
import city.gewu.casework.CaseCommand.Accept;
import city.gewu.casework.CaseCommand.Close;
import city.gewu.casework.CaseCommand.Dispatch;
import city.gewu.casework.CaseCommand.File;
import city.gewu.casework.CaseCommand.PassCheck;
import city.gewu.casework.CaseCommand.RefuseAcceptance;
import city.gewu.casework.CaseCommand.ReportHandled;
import city.gewu.casework.CaseCommand.RequestCheck;
import city.gewu.casework.CaseCommand.TakeUp;
import city.gewu.casework.RefusalGround;
import city.gewu.demo.story.DayTelling.Town;
import city.gewu.demo.story.Whereabouts.Place;
import city.gewu.engagement.CitizenReports.Sent;
import city.gewu.engine.worktime.TimeLimit;
import city.gewu.people.Actor;
import city.gewu.people.Post;
import city.gewu.worktime.Worktime;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/// People who report something today with the citizens' app and follow it: one for each way a
/// report can stand.
public final class CitizenTelling {

    private static final long SEED = 420_801;

    private final World world;
    private final Whereabouts whereabouts;
    private final Town town;
    private final List<ProblemKind> kinds;
    private final Instant asOf;

    public CitizenTelling(Town town, Crew crew, PhotoAlbum album, Worktime worktime, Instant asOf) {
        this.world = World.of(crew, album, worktime, town.zone());
        this.whereabouts = new Whereabouts(town.plan(), town.landmarks());
        this.town = town;
        this.asOf = asOf;
        this.kinds = ProblemKind.list().stream().filter(kind -> knows(kind)).toList();
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

    /// What somebody of the city does with the case of a report.
    public record Move(Actor actor, CaseCommand command) {}

    /// @param moves from the report on, in their order
    public record Citizen(Stage stage, Sent sent, List<Move> moves) {

        public Citizen {
            moves = List.copyOf(moves);
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
    public List<Citizen> tell() {
        var random = new Random(SEED);
        var citizens = new ArrayList<Citizen>();
        for (var stage : Stage.values()) {
            citizens.add(tell(stage, citizens.size() + 1, random));
        }
        return citizens;
    }

    /// They come from addresses that are kept for examples (RFC 5737).
    private Citizen tell(Stage stage, int number, Random random) {
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
        var sent =
                new Sent(
                        id("report", number),
                        id("phone", number).toString(),
                        "203.0.113." + number,
                        place.position().longitude(),
                        place.position().latitude(),
                        place.address(),
                        kind.category(),
                        words);
        return new Citizen(stage, sent, moves(stage, kind, condition, place, random));
    }

    /// The same in every build, so that a build that was cut off reports nothing twice.
    private static UUID id(String what, int number) {
        return UUID.nameUUIDFromBytes(
                "demo citizen %s %d".formatted(what, number).getBytes(StandardCharsets.UTF_8));
    }

    private List<Move> moves(
            Stage stage, ProblemKind kind, String condition, Place place, Random random) {
        var clerk = world.crew().one(Post.INTAKE_CLERK, random);
        var lead = world.crew().one(Post.SHIFT_LEAD, random);
        if (stage == Stage.REFUSED) {
            return List.of(
                    new Move(
                            clerk,
                            new RefuseAcceptance(
                                    RefusalGround.NOT_FOUND, phrase(random, "refused"))));
        }
        var department =
                world.duties()
                        .department(kind.category(), List.of(place.district(), place.street()), "");
        var handler = world.crew().handler(department);
        var clock = findLimit(kind, condition).map(limit -> world.worktime().start(asOf, limit));
        var all =
                List.of(
                        new Move(clerk, new Accept()),
                        new Move(lead, new File(kind.category(), Optional.of(condition))),
                        new Move(
                                world.crew().one(Post.DISPATCHER, random),
                                new Dispatch(department, List.of(), clock)),
                        new Move(handler, new TakeUp()),
                        new Move(
                                handler,
                                new ReportHandled(
                                        phrase(random, "handled." + kind.scene()),
                                        world.album().listAfter(kind.scene()).stream()
                                                .limit(1)
                                                .toList())),
                        new Move(clerk, new RequestCheck()),
                        new Move(
                                world.crew().one(Post.CHECKER, random),
                                new PassCheck(phrase(random, "passed"), List.of())),
                        new Move(lead, new Close(phrase(random, "closed"))));
        return all.subList(0, length(stage));
    }

    private static int length(Stage stage) {
        return switch (stage) {
            case RECEIVED, REFUSED -> 0;
            case FILED -> 2;
            case HANDLING -> 4;
            case CHECKING -> 6;
            case CLOSED -> 8;
        };
    }

    private String phrase(Random random, String use) {
        return world.phrases().pick(random, use);
    }
}
