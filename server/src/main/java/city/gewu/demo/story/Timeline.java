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

/// The steps of one case as they come about, each later than the one before.
final class Timeline {

    private static final Actor WATCH = Actor.system("deadlines");
    private static final Duration LEAST_GRACE = Duration.ofDays(1);

    private final Random random;
    private final List<Step> steps = new ArrayList<>();
    private Instant now;

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
