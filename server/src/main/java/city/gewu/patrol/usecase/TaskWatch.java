package city.gewu.patrol.usecase;

import city.gewu.casework.CaseId;
import city.gewu.casework.FieldCases;
import city.gewu.casework.FieldCases.FieldCase;
import city.gewu.patrol.store.DrawStore;
import city.gewu.patrol.store.DrawStore.DrawRow;
import city.gewu.patrol.store.TaskStore;
import city.gewu.patrol.usecase.FieldTasks.Opened;
import city.gewu.people.Actor;
import city.gewu.people.People;
import city.gewu.people.Scope;
import city.gewu.platform.RefusedException;
import java.util.List;
import org.springframework.stereotype.Component;

/// Tasks as those see them who answer for the giving: what waits and why, and how people were
/// drawn.
@Component
public class TaskWatch {

    private static final int MOST = 200;

    private final TaskStore tasks;
    private final DrawStore draws;
    private final FieldCases cases;
    private final People people;

    TaskWatch(TaskStore tasks, DrawStore draws, FieldCases cases, People people) {
        this.tasks = tasks;
        this.draws = draws;
        this.cases = cases;
        this.people = people;
    }

    /// Tasks that are not over, those that nobody may have first; at most 200.
    public List<Opened> listInHand(Actor actor) {
        return tasks.listInHand(Scope.of(actor, people), MOST).stream()
                .flatMap(task ->
                        cases.findCase(new CaseId(task.caseId())).stream()
                                .map(about -> new Opened(task, about, "")))
                .toList();
    }

    /// How people were drawn for a case, the first draw first. Refused with `patrol.not-found` when
    /// there is no such case that this person may see.
    public List<DrawRow> listDraws(long caseId, Actor actor) {
        var scope = Scope.of(actor, people);
        var about =
                cases.findCase(new CaseId(caseId))
                        .filter(found -> sees(scope, found))
                        .orElseThrow(() ->
                                new RefusedException(
                                        "patrol.not-found",
                                        "There is no case (%d) that you may see.".formatted(caseId),
                                        "Look for it in the list."));
        return draws.listDraws(about.id().value());
    }

    private static boolean sees(Scope scope, FieldCase about) {
        return scope.covers(about.finder(), about.departments(), about.places());
    }
}
