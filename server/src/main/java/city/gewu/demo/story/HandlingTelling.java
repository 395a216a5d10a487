package city.gewu.demo.story;

import city.gewu.casework.CaseCommand.Appeal;
import city.gewu.casework.CaseCommand.AskExtension;
import city.gewu.casework.CaseCommand.AskSuspension;
import city.gewu.casework.CaseCommand.Close;
import city.gewu.casework.CaseCommand.DecideAppeal;
import city.gewu.casework.CaseCommand.DeclineRequest;
import city.gewu.casework.CaseCommand.FailCheck;
import city.gewu.casework.CaseCommand.GrantExtension;
import city.gewu.casework.CaseCommand.GrantSuspension;
import city.gewu.casework.CaseCommand.IssueSupervisionOrder;
import city.gewu.casework.CaseCommand.PassCheck;
import city.gewu.casework.CaseCommand.ReportHandled;
import city.gewu.casework.CaseCommand.RequestCheck;
import city.gewu.casework.CaseCommand.Resume;
import city.gewu.casework.CaseCommand.TakeUp;
import city.gewu.casework.CaseCommand.Urge;
import city.gewu.casework.ReportSource;
import city.gewu.demo.story.CaseTelling.Found;
import city.gewu.engine.worktime.LimitUnit;
import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.people.Actor;
import city.gewu.people.Post;
import city.gewu.worktime.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// What becomes of a case at its department, and at the check afterwards.
final class HandlingTelling {

    /// What takes days can be extended or suspended; what takes hours cannot wait.
    private static final int LONG_LIMIT_DAYS = 3;

    /// The check and the closing take no longer.
    private static final Duration CHECK = Duration.ofMinutes(52);

    private final World world;
    private final Random random;
    private final Timeline line;
    private final Found found;

    /// By which the department is judged: a suspension moves it, an extension does not.
    private Deadline first;

    /// Who looked last, and nobody before that.
    private Optional<Actor> looker = Optional.empty();

    HandlingTelling(World world, Random random, Timeline line, Found found, Deadline dispatched) {
        this.world = world;
        this.random = random;
        this.line = line;
        this.found = found;
        this.first = dispatched;
    }

    void tell(String department) {
        var handler = world.crew().handler(department);
        var care = world.punctuality(department);
        line.waiting(first, working(line.now().plusSeconds(minutes(4, 28))));
        line.step(handler, new TakeUp());
        var clock = takesLong() ? requests(handler, first) : first;
        boolean late = Dice.chance(random, care.late());
        handle(handler, clock, late);
        if (Dice.chance(random, care.failed())) {
            handleAgain(handler, clock);
        } else {
            line.step(looker.orElseThrow(), new PassCheck(phrase("passed"), photos(true)));
        }
        line.after(2, 14);
        line.step(lead(), new Close(phrase("closed")));
        if (line.now().isAfter(first.dueAt()) && Dice.chance(random, 0.09)) {
            appeal(handler);
        }
    }

    private boolean takesLong() {
        return found.limit().unit() == LimitUnit.WORK_DAY
                && found.limit().amount() >= LONG_LIMIT_DAYS;
    }

    private Deadline requests(Actor handler, Deadline clock) {
        if (Dice.chance(random, 0.07)) {
            return extension(handler, clock);
        }
        return Dice.chance(random, 0.035) ? suspension(handler, clock) : clock;
    }

    private Deadline extension(Actor handler, Deadline clock) {
        var asked = working(share(clock, Dice.between(random, 0.35, 0.7)));
        if (!asked.isBefore(clock.dueAt())) {
            return clock;
        }
        line.waiting(clock, asked);
        if (!line.now().isBefore(clock.dueAt())) {
            return clock;
        }
        line.step(handler, new AskExtension(phrase("extension")));
        line.after(20, 150);
        if (Dice.chance(random, 0.25)) {
            line.step(dispatcher(), new DeclineRequest(phrase("declined")));
            return clock;
        }
        var longer = world.worktime().extend(clock, found.limit());
        line.step(dispatcher(), new GrantExtension(longer));
        return longer;
    }

    private Deadline suspension(Actor handler, Deadline clock) {
        line.waiting(clock, working(share(clock, Dice.between(random, 0.2, 0.5))));
        var review =
                LocalDate.ofInstant(line.now(), world.zone()).plusDays(30 + random.nextInt(90));
        line.step(handler, new AskSuspension(phrase("suspension"), review));
        line.after(30, 180);
        line.step(lead(), new GrantSuspension());
        var since = line.now();
        line.at(working(since.plus(Duration.ofHours(72 + random.nextInt(24 * 16)))));
        var resumed = world.worktime().resume(clock, since, line.now());
        line.step(handler, new Resume(Optional.of(resumed)));
        first = resumed;
        return resumed;
    }

    /// The department works, and the checker is in the street when it reports.
    private void handle(Actor handler, Deadline clock, boolean late) {
        var done = late ? tooLate(clock) : intime(clock);
        spur(clock, done);
        line.waiting(clock, done);
        line.step(
                handler,
                new ReportHandled(phrase("handled." + found.kind().scene()), photos(true)));
        line.after(2, 9);
        line.step(clerk(), new RequestCheck());
        looker = Optional.of(line.look(sent(), gone -> checker(List.of(gone)), 8, 28));
    }

    /// The supervisor of the ground, unless the case is their own; else a checker. Nobody looks
    /// twice in a row.
    private Actor sent() {
        var supervisor = world.crew().supervisor(found.place().dutyGrid());
        boolean goes = found.source() != ReportSource.SUPERVISOR && Dice.chance(random, 0.6);
        return goes && !looker.equals(Optional.of(supervisor)) ? supervisor : checker(List.of());
    }

    /// Most work is done in the first half of its time, and early enough for the check.
    private Instant intime(Deadline clock) {
        var planned = working(share(clock, 0.1 + 0.65 * Math.pow(random.nextDouble(), 1.4)));
        var latest = clock.dueAt().minus(CHECK);
        var soonest = line.now().plusSeconds(minutes(3, 9));
        var done = planned.isBefore(latest) ? planned : latest;
        return done.isAfter(soonest) ? done : soonest;
    }

    private Instant tooLate(Deadline clock) {
        double hours = Duration.between(clock.startAt(), clock.dueAt()).toMinutes() / 60.0;
        double over = -Math.log(1 - random.nextDouble() * 0.98) * Math.max(1, 0.35 * hours);
        return working(clock.dueAt().plusSeconds(Math.round(3600 * (0.2 + over))));
    }

    /// The dispatcher urges near the end of the time and orders after it.
    private void spur(Deadline clock, Instant done) {
        var warned = clock.warnAt().plusSeconds(minutes(2, 12));
        if (done.isAfter(warned) && line.now().isBefore(warned) && Dice.chance(random, 0.3)) {
            line.waiting(clock, warned);
            line.step(dispatcher(), new Urge(phrase("urged")));
        }
        var overdue = clock.dueAt().plusSeconds(minutes(8, 40));
        if (done.isAfter(overdue) && line.now().isBefore(overdue) && Dice.chance(random, 0.45)) {
            line.waiting(clock, overdue);
            line.step(dispatcher(), new IssueSupervisionOrder(phrase("ordered")));
        }
    }

    /// 返工: the same department again, with a fresh clock.
    private void handleAgain(Actor handler, Deadline before) {
        var clock = world.worktime().start(line.now(), found.limit());
        line.step(
                looker.orElseThrow(),
                new FailCheck(phrase("failed"), photos(false), Optional.of(clock)));
        handle(handler, clock, before.dueAt().isBefore(line.now()) && Dice.chance(random, 0.1));
        line.step(looker.orElseThrow(), new PassCheck(phrase("passed"), photos(true)));
    }

    private void appeal(Actor handler) {
        line.at(
                world.rota()
                        .department(
                                line.now().plusSeconds(minutes(600, 2400)), LimitUnit.WORK_DAY));
        line.step(handler, new Appeal(phrase("appeal")));
        line.at(
                world.rota()
                        .department(
                                line.now().plusSeconds(minutes(900, 4000)), LimitUnit.WORK_DAY));
        boolean waived = Dice.chance(random, 0.35);
        line.step(lead(), new DecideAppeal(waived, phrase(waived ? "waived" : "upheld")));
    }

    private Instant share(Deadline clock, double share) {
        var given = Duration.between(clock.startAt(), clock.dueAt()).toSeconds();
        return clock.startAt().plusSeconds(Math.round(given * share));
    }

    private Instant working(Instant at) {
        return world.rota().department(at, found.limit().unit());
    }

    private long minutes(double least, double most) {
        return Math.round(60 * Dice.between(random, least, most));
    }

    private String phrase(String use) {
        return world.phrases().pick(random, use);
    }

    private List<PhotoId> photos(boolean putRight) {
        var scene = found.kind().scene();
        var all = putRight ? world.album().listAfter(scene) : world.album().listBefore(scene);
        return all.isEmpty() ? List.of() : List.of(Dice.pick(random, all));
    }

    private Actor clerk() {
        return world.crew().one(Post.INTAKE_CLERK, random);
    }

    private Actor lead() {
        return world.crew().one(Post.SHIFT_LEAD, random);
    }

    private Actor dispatcher() {
        return world.crew().one(Post.DISPATCHER, random);
    }

    private Actor checker(List<Actor> gone) {
        var than = new ArrayList<Actor>(gone);
        than.add(found.reporter());
        looker.ifPresent(than::add);
        return world.crew().other(Post.CHECKER, random, than);
    }
}
