package city.gewu.patrol.usecase;

import city.gewu.casework.CaseId;
import city.gewu.casework.EntrustedCases;
import city.gewu.casework.FieldCases;
import city.gewu.casework.FieldCases.FieldCase;
import city.gewu.casework.FieldCases.Finding;
import city.gewu.engine.spatial.GroundDistance;
import city.gewu.evidence.Evidence;
import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.patrol.model.Fix;
import city.gewu.patrol.model.Task;
import city.gewu.patrol.model.Task.Kind;
import city.gewu.patrol.model.Task.Outcome;
import city.gewu.patrol.model.Task.Result;
import city.gewu.patrol.model.Task.State;
import city.gewu.patrol.store.TaskStore;
import city.gewu.people.Actor;
import city.gewu.people.Area;
import city.gewu.people.Mandate;
import city.gewu.people.Post;
import city.gewu.platform.RefusedException;
import city.gewu.territory.Place;
import city.gewu.territory.Territory;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Tasks as whoever was drawn has them, and what that person found.
@Component
public class FieldTasks implements EntrustedCases {

    /// The case may move on for other reasons, such as a deadline, while it is being told.
    private static final int TRIES = 3;

    private final TaskStore tasks;
    private final FieldCases cases;
    private final Evidence evidence;
    private final Territory territory;
    private final FieldGround ground;
    private final FieldSettings settings;
    private final Clock clock;

    FieldTasks(
            TaskStore tasks,
            FieldCases cases,
            Evidence evidence,
            Territory territory,
            FieldGround ground,
            FieldSettings settings,
            Clock clock) {
        this.tasks = tasks;
        this.cases = cases;
        this.evidence = evidence;
        this.territory = territory;
        this.ground = ground;
        this.settings = settings;
        this.clock = clock;
    }

    /// A task with the case it is about.
    ///
    /// @param grid code of the finest unit the case lies in, or empty text
    public record Opened(Task task, FieldCase about, String grid) {}

    /// @param at by the phone's clock, as is `sentAt`
    public record Wish(
            UUID clientId,
            Outcome outcome,
            String note,
            List<PhotoId> photos,
            Fix fix,
            Instant at,
            Instant sentAt) {}

    /// What became of a result.
    ///
    /// @param applied whether the case was told; otherwise `why` says what had come before
    public record Answer(boolean applied, String why, boolean far) {}

    @Override
    public boolean isEntrusted(CaseId id, Actor actor) {
        return tasks.holds(actor.id(), id.value());
    }

    @Override
    public Optional<String> findDrawn(CaseId id) {
        return tasks.findHolder(id.value());
    }

    /// Tasks the person has in hand, those given first first.
    public List<Opened> listOpen(Actor actor) {
        return tasks.listOpen(actor.id()).stream()
                .flatMap(task ->
                        cases.findCase(new CaseId(task.caseId())).stream()
                                .map(about -> new Opened(task, about, grid(about))))
                .toList();
    }

    private String grid(FieldCase about) {
        return new Place(about.places()).unit(ground.getGround().gridDepth());
    }

    /// Takes a result in, once. A result that comes when the task is over is kept and not applied:
    /// the answer says so, and the phone is done with it. Refused with `patrol.not-found` when the
    /// task is nobody's or somebody else's, with `patrol.bad-outcome` when it answers another
    /// question, with `patrol.missing-photos`, and as the command on the case is; then it may be
    /// corrected and sent again.
    public Answer answer(long id, Wish wish, Actor actor) {
        var task =
                tasks.find(id)
                        .filter(found -> found.person().equals(actor.id()))
                        .orElseThrow(() -> notFound(id));
        if (!wish.outcome().fits(task.kind())) {
            throw new RefusedException(
                    "patrol.bad-outcome",
                    "The outcome (%s) does not answer a (%s)."
                            .formatted(wish.outcome(), task.kind()),
                    "Send one of the outcomes of the task's kind.");
        }
        tasks.findAnswered(wish.clientId())
                .filter(other -> other.id() != id)
                .ifPresent(_ -> {
                    throw DutyDesk.taken(wish.clientId());
                });
        wish.photos().stream()
                .filter(photo -> evidence.findPhoto(photo).isEmpty())
                .findFirst()
                .ifPresent(photo -> {
                    throw FieldReports.missing(photo);
                });
        var about = cases.findCase(new CaseId(task.caseId())).orElseThrow(() -> notFound(id));
        if (!tasks.take(id, actor.id(), result(wish, about))) {
            return again(id, wish, about, actor);
        }
        var taken = tasks.find(id).orElseThrow(() -> notFound(id));
        return taken.state() == State.TELLING ? settle(taken, wish, about, actor) : tooLate(taken);
    }

    /// The same result again, or another one of a task that has its result.
    private Answer again(long id, Wish wish, FieldCase about, Actor actor) {
        var task = tasks.find(id).orElseThrow(() -> notFound(id));
        boolean same =
                tasks.findAnswered(wish.clientId()).filter(one -> one.id() == id).isPresent();
        if (!same) {
            return new Answer(false, "patrol.answered-before", task.far());
        }
        return task.state() == State.TELLING
                ? resume(task, wish, about, actor)
                : new Answer(task.why().isEmpty(), task.why(), task.far());
    }

    /// Goes on where a server died between taking the result and telling the case, or after.
    private Answer resume(Task task, Wish wish, FieldCase about, Actor actor) {
        if (waits(task, about)) {
            return settle(task, wish, about, actor);
        }
        return settled(task, State.DONE, "");
    }

    /// What stands of the task then: of two tries at once the other one may have been quicker.
    private Answer settled(Task task, State state, String why) {
        tasks.settle(task.id(), State.TELLING, state, why);
        var now = tasks.find(task.id()).orElseThrow(() -> notFound(task.id()));
        return new Answer(now.why().isEmpty(), now.why(), now.far());
    }

    private Answer tooLate(Task task) {
        String why = task.why().isEmpty() ? "patrol.overtaken" : task.why();
        tasks.settle(task.id(), task.state(), task.state(), why);
        return new Answer(false, why, task.far());
    }

    private Answer settle(Task task, Wish wish, FieldCase about, Actor actor) {
        if (wish.outcome() == Outcome.UNREACHABLE) {
            return settled(task, State.UNREACHABLE, "");
        }
        try {
            tell(task, wish, about, actor);
        } catch (RefusedException refused) {
            if (refused.refusal().code().equals("casework.not-in-state")) {
                return settled(task, State.ENDED, "patrol.overtaken");
            }
            tasks.giveBack(task.id());
            throw refused;
        }
        return settled(task, State.DONE, "");
    }

    private void tell(Task task, Wish wish, FieldCase about, Actor actor) {
        var finding =
                new Finding(
                        Finding.Kind.valueOf(wish.outcome().name()), wish.note(), wish.photos());
        var id = new CaseId(task.caseId());
        for (int left = TRIES; ; left--) {
            try {
                cases.tell(id, finding, entrusted(actor, about));
                return;
            } catch (RefusedException refused) {
                if (left == 1 || !refused.refusal().code().equals("casework.stale")) {
                    throw refused;
                }
            }
        }
    }

    /// The person, with a checker's post for the place of this case: the task is what entitles.
    private Actor entrusted(Actor actor, FieldCase about) {
        var levels = territory.getCity().levels();
        var mandates = new ArrayList<>(actor.mandates());
        for (int depth = about.places().size(); depth > 0; depth--) {
            String unit = about.places().get(depth - 1);
            if (!unit.isEmpty()) {
                int wanted = depth;
                levels.stream()
                        .filter(level -> level.depth() == wanted)
                        .map(level -> new Area(level.code(), unit, wanted))
                        .map(area -> new Mandate(Post.CHECKER, "", area))
                        .forEach(mandates::add);
                break;
            }
        }
        return new Actor(actor.id(), actor.displayName(), mandates, actor.department());
    }

    private static boolean waits(Task task, FieldCase about) {
        String state = task.kind() == Kind.CHECK ? "CHECKING" : "VERIFYING";
        return about.state().equals(state) && about.round() == task.round();
    }

    private Result result(Wish wish, FieldCase about) {
        Optional<Double> metres =
                about.position()
                        .map(at ->
                                GroundDistance.metres(
                                        at.longitude(),
                                        at.latitude(),
                                        wish.fix().longitude(),
                                        wish.fix().latitude()));
        return new Result(
                wish.clientId(),
                wish.outcome(),
                wish.note(),
                wish.photos().stream().map(PhotoId::value).toList(),
                wish.fix(),
                wish.at(),
                wish.sentAt(),
                clock.instant(),
                metres,
                metres.filter(away -> away > settings.taskMetres()).isPresent());
    }

    private static RefusedException notFound(long id) {
        return new RefusedException(
                "patrol.not-found",
                "There is no task (%d) of yours.".formatted(id),
                "Load the list of tasks again.");
    }
}
