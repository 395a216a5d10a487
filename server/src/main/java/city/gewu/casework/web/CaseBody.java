package city.gewu.casework.web;

import city.gewu.casework.model.CaseFile;
import city.gewu.casework.model.CaseState;
import city.gewu.casework.model.CommandForm;
import city.gewu.casework.model.Facts.Photos;
import city.gewu.casework.model.Work;
import city.gewu.casework.model.Work.Request;
import city.gewu.casework.store.CaseLine;
import city.gewu.casework.store.TimelineStore.Told;
import city.gewu.casework.usecase.CaseDesk.Opened;
import city.gewu.catalogue.FilingCondition;
import city.gewu.engine.worktime.TimeLimit;
import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.platform.Named;
import city.gewu.worktime.Deadline;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A case as JSON, whole: its line of the list and everything beside it.
record CaseBody(
        @JsonUnwrapped CaseLineBody line,
        @Nullable String condition,
        @Nullable Named conditionName,
        @Nullable Named closingCondition,
        String reporter,
        String reporterName,
        @Nullable ContactBody reporterContact,
        List<Names.UnitName> place,
        @Nullable ClockBody deadline,
        List<AssistingBody> assisting,
        @Nullable RequestBody request,
        @Nullable EndBody end,
        @Nullable StageBody stageBefore,
        @Nullable StageBody stageAfter,
        PhotosBody photos,
        List<AnswerBody> answers,
        List<EventBody> timeline,
        List<CommandForm> commands) {

    /// @param firstDueAt by which the department is judged
    record ClockBody(
            Instant startAt,
            Instant dueAt,
            Instant warnAt,
            @Nullable Instant firstDueAt,
            @Nullable LimitBody limit,
            String calendar) {}

    record LimitBody(int amount, String unit) {}

    record AssistingBody(String department, Named name, boolean done) {}

    /// @param kind `extension`, `suspension` or `cancellation`
    record RequestBody(String kind, String reason, @Nullable LocalDate reviewOn) {}

    /// How it ended, or why it stands still.
    record EndBody(
            @Nullable Instant at,
            @Nullable String reason,
            @Nullable Long mergedInto,
            @Nullable String appeal,
            @Nullable LocalDate reviewOn) {}

    record PhotosBody(List<String> before, List<String> after, List<String> check) {

        static PhotosBody of(Photos photos) {
            return new PhotosBody(ids(photos.before()), ids(photos.after()), ids(photos.check()));
        }

        private static List<String> ids(List<PhotoId> photos) {
            return photos.stream().map(PhotoId::value).toList();
        }
    }

    /// @param handlerName of the colleague to whom the case was given, if it was
    record EventBody(
            int seq,
            String kind,
            Instant at,
            String actor,
            String actorName,
            @Nullable String handlerName,
            @JsonRawValue String details) {

        static EventBody of(Told told, Names names) {
            return new EventBody(
                    told.seq(),
                    told.kind(),
                    told.at(),
                    told.actor(),
                    names.actor(told.actor()),
                    told.handler().isEmpty() ? null : names.actor(told.handler()),
                    told.details());
        }
    }

    static CaseBody of(Opened opened, Optional<ContactBody> contact, Names names, Instant now) {
        var file = opened.kept().file();
        var facts = file.facts();
        var work = file.findWork();
        var condition =
                names.findCondition(
                        facts.category(),
                        facts.condition(),
                        work.map(w -> w.milestones().filedAt()).orElse(now));
        return new CaseBody(
                CaseLineBody.of(CaseLine.of(opened.kept()), names, now),
                facts.condition().isEmpty() ? null : facts.condition(),
                condition.map(FilingCondition::filing).orElse(null),
                condition.map(FilingCondition::closing).orElse(null),
                facts.reporter(),
                names.actor(facts.reporter()),
                contact.orElse(null),
                names.place(facts.places()),
                work.flatMap(CaseBody::clock).orElse(null),
                work.map(w -> assisting(w, names)).orElse(List.of()),
                work.flatMap(Work::request).map(CaseBody::request).orElse(null),
                end(file),
                opened.before().map(one -> StageBody.of(one, names, now)).orElse(null),
                opened.after().map(one -> StageBody.of(one, names, now)).orElse(null),
                PhotosBody.of(facts.photos()),
                AnswerBody.list(opened.timeline(), names),
                opened.timeline().stream().map(told -> EventBody.of(told, names)).toList(),
                opened.commands());
    }

    private static Optional<ClockBody> clock(Work work) {
        return work.clock()
                .deadline()
                .map(deadline ->
                        new ClockBody(
                                deadline.startAt(),
                                deadline.dueAt(),
                                deadline.warnAt(),
                                work.clock().firstDueAt().orElse(null),
                                limit(deadline),
                                deadline.calendar()));
    }

    private static @Nullable LimitBody limit(Deadline deadline) {
        return deadline.limit().map(CaseBody::limit).orElse(null);
    }

    private static LimitBody limit(TimeLimit limit) {
        return new LimitBody(limit.amount(), limit.unit().name());
    }

    private static List<AssistingBody> assisting(Work work, Names names) {
        return work.duty().assisting().stream()
                .map(a ->
                        new AssistingBody(
                                a.department(), names.department(a.department()), a.done()))
                .toList();
    }

    private static RequestBody request(Request request) {
        return switch (request) {
            case Request.Extension(var reason) -> new RequestBody("extension", reason, null);
            case Request.Cancellation(var reason) -> new RequestBody("cancellation", reason, null);
            case Request.Suspension(var reason, var reviewOn) ->
                    new RequestBody("suspension", reason, reviewOn);
        };
    }

    private static @Nullable EndBody end(CaseFile file) {
        return switch (file.state()) {
            case CaseState.Suspended(_, var since, var reason, var reviewOn) ->
                    new EndBody(since, reason, null, null, reviewOn);
            case CaseState.Closed(_, var at, var appeal) ->
                    new EndBody(at, null, null, appeal.name(), null);
            case CaseState.FixedOnSpot(var at) -> new EndBody(at, null, null, null, null);
            case CaseState.RefusedAcceptance(var at, var reason) ->
                    new EndBody(at, reason, null, null, null);
            case CaseState.RefusedFiling(var at, var reason) ->
                    new EndBody(at, reason, null, null, null);
            case CaseState.Merged(var at, var into, _, _) ->
                    new EndBody(at, null, into.value(), null, null);
            case CaseState.Cancelled(var at, var reason, _) ->
                    new EndBody(at, reason, null, null, null);
            case CaseState.Unfiled _,
                    CaseState.ToAssign _,
                    CaseState.AtDepartment _,
                    CaseState.AfterHandling _ ->
                    null;
        };
    }
}
