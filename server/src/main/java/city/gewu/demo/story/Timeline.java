package city.gewu.demo.story;

import city.gewu.casework.CaseCommand;
import city.gewu.casework.CaseCommand.DeadlineSignal;
import city.gewu.casework.CaseCommand.RaiseDeadline;
import city.gewu.casework.CaseStory.Step;
import city.gewu.people.Actor;
import city.gewu.worktime.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/// The steps of one case as they come about, each later than the one before.
final class Timeline {

    private static final Actor WATCH = Actor.system("deadlines");
    private static final Duration LEAST_GRACE = Duration.ofDays(1);

    /// So long somebody has for a look, and a little until the next one is sent.
    static final Duration RUNS_OUT = Duration.ofHours(24).plusMinutes(1);

    private static final int FORGETFUL_OF = 5;
    private static final double FORGETFUL = 0.12;
    private static final double OTHERS = 0.01;

    private final Random random;
    private final List<Step> steps = new ArrayList<>();
    private final List<RanOut> ranOut = new ArrayList<>();
    private Instant now;

    /// A look that somebody was sent to have and did not (任务超时).
    record RanOut(Instant askedAt, String person) {}

    Timeline(Instant start, Random random) {
        this.now = start;
        this.random = random;
    }

    Instant now() {
        return now;
    }

    List<Step> steps() {
        return steps;
    }

    List<RanOut> ranOut() {
        return ranOut;
    }

    /// Somebody is sent to look and does so some minutes later; some let it run out, and somebody
    /// else goes.
    ///
    /// @param next who goes instead of somebody
    /// @return who looked
    Actor look(Actor sent, UnaryOperator<Actor> next, double least, double most) {
        boolean forgetful = Math.floorMod(sent.displayName().hashCode(), FORGETFUL_OF) == 0;
        if (!Dice.chance(random, forgetful ? FORGETFUL : OTHERS)) {
            after(least, most);
            return sent;
        }
        ranOut.add(new RanOut(now, sent.id()));
        now = now.plus(RUNS_OUT);
        after(least, most);
        return next.apply(sent);
    }

    /// Some minutes later.
    Timeline after(double least, double most) {
        now = now.plusSeconds(Math.round(60 * Dice.between(random, least, most)));
        return this;
    }

    /// At the moment, which lies ahead.
    Timeline at(Instant moment) {
        now = moment.isAfter(now) ? moment : now.plusSeconds(60);
        return this;
    }

    Timeline step(Actor actor, CaseCommand command) {
        steps.add(new Step(now, actor, command));
        return this;
    }

    /// Waits for the department until the moment; the clock speaks meanwhile.
    Timeline waiting(Deadline clock, Instant until) {
        var given = Duration.between(clock.startAt(), clock.dueAt());
        var grace = given.compareTo(LEAST_GRACE) < 0 ? LEAST_GRACE : given;
        signal(DeadlineSignal.WARNING, clock.warnAt(), until);
        signal(DeadlineSignal.OVERDUE, clock.dueAt(), until);
        signal(DeadlineSignal.ESCALATION, clock.dueAt().plus(grace), until);
        return at(until);
    }

    private void signal(DeadlineSignal signal, Instant mark, Instant until) {
        var moment = mark.plusSeconds(20);
        if (moment.isAfter(now) && moment.isBefore(until)) {
            now = moment;
            step(WATCH, new RaiseDeadline(signal));
        }
    }
}
