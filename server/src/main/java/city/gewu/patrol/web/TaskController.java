package city.gewu.patrol.web;

import static city.gewu.patrol.web.FieldReportController.photoIds;

import city.gewu.audit.Audit;
import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.patrol.model.Task.Outcome;
import city.gewu.patrol.usecase.FieldTasks;
import city.gewu.patrol.usecase.FieldTasks.Answer;
import city.gewu.patrol.usecase.FieldTasks.Opened;
import city.gewu.patrol.usecase.FieldTasks.Wish;
import city.gewu.people.Actor;
import city.gewu.people.SignedIn;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What somebody was drawn to look at. No answer says who found the case or handled it.
@RestController
@RequestMapping("/api/field/tasks")
@Needs(Right.WORK_IN_FIELD)
class TaskController {

    private final FieldTasks tasks;

    TaskController(FieldTasks tasks) {
        this.tasks = tasks;
    }

    record TaskBody(
            long id,
            String kind,
            long caseId,
            String number,
            String category,
            String description,
            String address,
            @Nullable PointBody position,
            String grid,
            @Nullable Instant dueAt,
            List<String> photosBefore,
            List<String> photosAfter) {

        static TaskBody of(Opened opened) {
            var task = opened.task();
            var about = opened.about();
            return new TaskBody(
                    task.id(),
                    task.kind().name().toLowerCase(Locale.ROOT),
                    task.caseId(),
                    about.caseNo(),
                    about.category(),
                    about.description(),
                    about.address(),
                    about.position()
                            .map(at -> new PointBody(at.longitude(), at.latitude()))
                            .orElse(null),
                    opened.grid(),
                    task.dueAt().orElse(null),
                    about.before().stream().map(PhotoId::value).toList(),
                    about.after().stream().map(PhotoId::value).toList());
        }
    }

    /// @param at by the phone's clock, as is `sentAt`
    record ResultRequest(
            @NotNull UUID clientId,
            @NotNull @Pattern(regexp = "confirmed|not-confirmed|passed|failed|unreachable")
                    String outcome,
            @Nullable @Size(max = 2000) String note,
            @Nullable @Size(max = 20) List<@NotNull String> photos,
            @NotNull @Valid PointBody position,
            @PositiveOrZero double accuracyMetres,
            @NotNull Instant at,
            @NotNull Instant sentAt) {

        Wish toWish() {
            return new Wish(
                    clientId,
                    Outcome.valueOf(outcome.replace('-', '_').toUpperCase(Locale.ROOT)),
                    note == null ? "" : note.strip(),
                    photoIds(photos),
                    position.toFix(accuracyMetres),
                    at,
                    sentAt);
        }
    }

    /// @param applied whether the case was told; a result that came too late is kept all the same
    /// @param why what had come before, when it was not applied
    /// @param far whether it was sent from far away of the place
    record AnsweredBody(boolean applied, String why, boolean far) {

        static AnsweredBody of(Answer answer) {
            return new AnsweredBody(answer.applied(), answer.why(), answer.far());
        }
    }

    @GetMapping
    List<TaskBody> list(@SignedIn Actor actor) {
        return tasks.listOpen(actor).stream().map(TaskBody::of).toList();
    }

    @PostMapping("/{id}/result")
    AnsweredBody answer(
            @PathVariable long id,
            @RequestBody @Valid ResultRequest request,
            @SignedIn Actor actor,
            HttpServletRequest http) {
        Audit.detail(http, "outcome", request.outcome());
        return AnsweredBody.of(tasks.answer(id, request.toWish(), actor));
    }
}
