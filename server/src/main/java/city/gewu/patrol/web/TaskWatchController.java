package city.gewu.patrol.web;

import city.gewu.patrol.store.DrawStore.DrawRow;
import city.gewu.patrol.usecase.FieldTasks.Opened;
import city.gewu.patrol.usecase.TaskWatch;
import city.gewu.people.Actor;
import city.gewu.people.SignedIn;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Tasks for those who answer for the giving.
@RestController
@Needs(Right.READ_DRAWS)
class TaskWatchController {

    private final TaskWatch watch;
    private final JsonMapper json;

    TaskWatchController(TaskWatch watch, JsonMapper json) {
        this.watch = watch;
        this.json = json;
    }

    /// @param why what keeps it waiting: reasons and how many people each, or empty text
    record WatchedTaskBody(
            long id,
            String kind,
            long caseId,
            String number,
            String state,
            Instant askedAt,
            @Nullable Instant givenAt,
            @Nullable Instant dueAt,
            String why) {

        static WatchedTaskBody of(Opened opened) {
            var task = opened.task();
            return new WatchedTaskBody(
                    task.id(),
                    word(task.kind().name()),
                    task.caseId(),
                    opened.about().caseNo(),
                    word(task.state().name()),
                    task.askedAt(),
                    task.givenAt().orElse(null),
                    task.dueAt().orElse(null),
                    task.why());
        }
    }

    /// @param seed with the candidates in their order it gives the same person again
    /// @param circle who was drawn from
    /// @param leftOut how many people were not, by reason
    record DrawBody(
            String kind,
            String state,
            Instant at,
            String seed,
            String circle,
            List<String> candidates,
            JsonNode leftOut,
            String person) {}

    @GetMapping("/api/patrol/tasks")
    List<WatchedTaskBody> inHand(@SignedIn Actor actor) {
        return watch.listInHand(actor).stream().map(WatchedTaskBody::of).toList();
    }

    @GetMapping("/api/patrol/cases/{caseId}/draws")
    List<DrawBody> draws(@PathVariable long caseId, @SignedIn Actor actor) {
        return watch.listDraws(caseId, actor).stream().map(this::body).toList();
    }

    private DrawBody body(DrawRow row) {
        return new DrawBody(
                word(row.kind().name()),
                word(row.state()),
                row.at(),
                Long.toString(row.seed()),
                word(row.circle()),
                row.candidates(),
                json.readTree(row.leftOut()),
                row.person());
    }

    private static String word(String name) {
        return name.replace('_', '-').toLowerCase(Locale.ROOT);
    }
}
