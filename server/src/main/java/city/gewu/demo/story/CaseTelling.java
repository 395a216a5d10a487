package city.gewu.demo.story;

import city.gewu.casework.CaseCommand.Accept;
import city.gewu.casework.CaseCommand.Arbitrate;
import city.gewu.casework.CaseCommand.AskCancellation;
import city.gewu.casework.CaseCommand.Cancel;
import city.gewu.casework.CaseCommand.Dispatch;
import city.gewu.casework.CaseCommand.File;
import city.gewu.casework.CaseCommand.FixOnSpot;
import city.gewu.casework.CaseCommand.RefuseAcceptance;
import city.gewu.casework.CaseCommand.RefuseFiling;
import city.gewu.casework.CaseCommand.ReportVerification;
import city.gewu.casework.CaseCommand.RequestVerification;
import city.gewu.casework.CaseCommand.ReturnToDispatcher;
import city.gewu.casework.CaseStory.Step;
import city.gewu.casework.RefusalGround;
import city.gewu.casework.ReportSource;
import city.gewu.engine.worktime.TimeLimit;
import city.gewu.people.Actor;
import city.gewu.people.Post;
import city.gewu.worktime.Deadline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// What becomes of one problem: from the report to the department that takes it up.
final class CaseTelling {

    /// Departments may send a case back this often before somebody decides.
    private static final int RETURNS = 2;

    private final World world;
    private final Random random;
    private final Timeline line;
    private final Found found;

    /// A problem as it was found.
    ///
    /// @param limit how long its filing condition gives
    record Found(
            ProblemKind kind,
            String condition,
            TimeLimit limit,
            ReportSource source,
            Actor reporter,
            Whereabouts.Place place,
            Instant at) {}

    CaseTelling(World world, Random random, Found found) {
        this.world = world;
        this.random = random;
        this.found = found;
        this.line = new Timeline(found.at(), random);
    }

    /// The finder puts it right and takes a photo.
    List<Step> tellOnSpot() {
        return line.after(3, 26)
                .step(
                        found.reporter(),
                        new FixOnSpot(photo(world.album().listAfter(found.kind().scene()))))
                .steps();
    }

    /// Looks that were not had in time.
    List<Timeline.RanOut> ranOut() {
        return line.ranOut();
    }

    List<Step> tell() {
        if (!accept()) {
            return line.steps();
        }
        line.after(2, 12);
        if (Dice.chance(random, 0.015)) {
            var reason = world.phrases().pick(random, "unfiled");
            return line.step(lead(), new RefuseFiling(RefusalGround.BELOW_CONDITION, reason))
                    .steps();
        }
        line.step(lead(), new File(found.kind().category(), Optional.of(found.condition())));
        var clock = dispatch();
        if (Dice.chance(random, 0.012)) {
            line.after(5, 90);
            var reason = world.phrases().pick(random, "cancelled");
            line.step(dispatcher(), new AskCancellation(reason));
            return line.after(5, 40).step(lead(), new Cancel(reason)).steps();
        }
        new HandlingTelling(world, random, line, found, clock).tell(department());
        return line.steps();
    }

    /// What the public reports is looked at before it is filed (核实).
    private boolean accept() {
        line.after(1, 9);
        var clerk = world.crew().one(Post.INTAKE_CLERK, random);
        if (!fromThePublic() || Dice.chance(random, 0.12)) {
            line.step(clerk, new Accept());
            return true;
        }
        line.step(clerk, new RequestVerification());
        var looker =
                line.look(
                        world.crew().supervisor(found.place().dutyGrid()),
                        _ -> world.crew().one(Post.CHECKER, random),
                        12,
                        55);
        boolean confirmed = Dice.chance(random, 0.9);
        line.step(
                looker,
                new ReportVerification(
                        confirmed,
                        world.phrases().pick(random, confirmed ? "confirmed" : "unconfirmed"),
                        confirmed
                                ? photo(world.album().listBefore(found.kind().scene()))
                                : List.of()));
        if (!confirmed) {
            line.after(3, 30);
            line.step(
                    clerk,
                    new RefuseAcceptance(
                            RefusalGround.NOT_FOUND, world.phrases().pick(random, "refused")));
        }
        return confirmed;
    }

    private boolean fromThePublic() {
        return switch (found.source()) {
            case HOTLINE, ORDER_12345, CITIZEN_APP, WECHAT, WEB -> true;
            case SUPERVISOR, INSPECTION, MEDIA, VIDEO, LEADER, SENSOR, INTERNAL -> false;
        };
    }

    /// Up to the dispatch that stays; wrong departments send it back first.
    private Deadline dispatch() {
        line.after(3, 16);
        int returns = 0;
        var wrong = otherDepartment();
        var care = world.punctuality(department());
        while (returns < RETURNS
                && !wrong.equals(department())
                && Dice.chance(random, returns == 0 ? care.returned() : 0.22)) {
            returns++;
            line.step(dispatcher(), new Dispatch(wrong, List.of(), Optional.of(clock())));
            line.after(15, 80)
                    .at(world.rota().department(line.now(), found.limit().unit()))
                    .step(
                            world.crew().handler(wrong),
                            new ReturnToDispatcher(world.phrases().pick(random, "returned")));
            line.after(5, 25);
        }
        var clock = clock();
        if (returns == RETURNS) {
            line.after(90, 260);
            clock = clock();
            var record = world.phrases().pick(random, "arbitrated");
            line.step(dispatcher(), new Arbitrate(department(), Optional.of(clock), record));
        } else {
            line.step(dispatcher(), new Dispatch(department(), List.of(), Optional.of(clock)));
        }
        return clock;
    }

    private String department() {
        return world.duties()
                .department(
                        found.kind().category(),
                        List.of(found.place().district(), found.place().street()),
                        found.place().owner());
    }

    private String otherDepartment() {
        return world.duties().streetOffice(found.place().street());
    }

    private Deadline clock() {
        return world.worktime().start(line.now(), found.limit());
    }

    private Actor lead() {
        return world.crew().one(Post.SHIFT_LEAD, random);
    }

    private Actor dispatcher() {
        return world.crew().one(Post.DISPATCHER, random);
    }

    private <T> List<T> photo(List<T> from) {
        return from.isEmpty() ? List.of() : List.of(Dice.pick(random, from));
    }
}
