package city.gewu.patrol.web;

import city.gewu.audit.Audit;
import city.gewu.patrol.usecase.DutyDesk;
import city.gewu.patrol.usecase.FieldReports;
import city.gewu.patrol.usecase.FieldTasks;
import city.gewu.patrol.usecase.Positions;
import city.gewu.patrol.web.DutyController.DutyRequest;
import city.gewu.patrol.web.DutyController.SignedBody;
import city.gewu.patrol.web.FieldReportController.FieldReportBody;
import city.gewu.patrol.web.FieldReportController.FieldReportRequest;
import city.gewu.patrol.web.PositionController.KeptBody;
import city.gewu.patrol.web.PositionController.PositionsRequest;
import city.gewu.patrol.web.TaskController.AnsweredBody;
import city.gewu.patrol.web.TaskController.ResultRequest;
import city.gewu.people.Actor;
import city.gewu.people.SignedIn;
import city.gewu.platform.Attempt;
import city.gewu.platform.Needs;
import city.gewu.platform.ProblemStatus;
import city.gewu.platform.RefusedException;
import city.gewu.platform.Right;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Everything a phone has to say, in one request: after an outage all phones come at once, and what
/// a request costs by itself is then most of the work. Each thing is kept or refused by itself, as
/// at its own address.
@RestController
class FieldSendsController {

    private static final int MOST = 50;
    private static final int MOST_BATCHES = 10;

    private final DutyDesk duty;
    private final Positions positions;
    private final FieldReports reports;
    private final FieldTasks tasks;

    FieldSendsController(
            DutyDesk duty, Positions positions, FieldReports reports, FieldTasks tasks) {
        this.duty = duty;
        this.positions = positions;
        this.reports = reports;
        this.tasks = tasks;
    }

    record TaskResultRequest(long task, @NotNull @Valid ResultRequest result) {}

    /// Signings come first, since positions are kept for turns of duty alone; then positions,
    /// reports and results, each list in its order.
    record SendsRequest(
            @Nullable @Size(max = MOST) List<@NotNull @Valid DutyRequest> duty,
            @Nullable @Size(max = MOST_BATCHES) List<@NotNull @Valid PositionsRequest> positions,
            @Nullable @Size(max = MOST) List<@NotNull @Valid FieldReportRequest> reports,
            @Nullable @Size(max = MOST) List<@NotNull @Valid TaskResultRequest> results) {}

    /// @param status what its own address would have answered
    record RefusedBody(int status, String code, String detail, String advice) {

        static RefusedBody of(RefusedException e) {
            var refusal = e.refusal();
            return new RefusedBody(
                    ProblemStatus.of(refusal.code()).value(),
                    refusal.code(),
                    refusal.detail(),
                    refusal.advice());
        }
    }

    /// What became of one thing: the answer of its own address, or why it was refused.
    record SentBody(
            UUID clientId,
            @Nullable SignedBody duty,
            @Nullable KeptBody positions,
            @Nullable FieldReportBody report,
            @Nullable AnsweredBody result,
            @Nullable RefusedBody refused) {

        static SentBody duty(UUID id, Attempt<SignedBody> tried) {
            return of(id, tried, done -> new SentBody(id, done, null, null, null, null));
        }

        static SentBody positions(UUID id, Attempt<KeptBody> tried) {
            return of(id, tried, done -> new SentBody(id, null, done, null, null, null));
        }

        static SentBody report(UUID id, Attempt<FieldReportBody> tried) {
            return of(id, tried, done -> new SentBody(id, null, null, done, null, null));
        }

        static SentBody result(UUID id, Attempt<AnsweredBody> tried) {
            return of(id, tried, done -> new SentBody(id, null, null, null, done, null));
        }

        /// What broke inside fails the whole request: nobody can say what became of that thing. The
        /// phone sends all of it again, and what was kept is answered as before.
        private static <T> SentBody of(UUID id, Attempt<T> tried, Function<T, SentBody> body) {
            return switch (tried) {
                case Attempt.Done<T>(var done) -> body.apply(done);
                case Attempt.Failed<T>(RefusedException no) ->
                        new SentBody(id, null, null, null, null, RefusedBody.of(no));
                case Attempt.Failed<T>(var broken) -> throw broken;
            };
        }
    }

    record SendsBody(List<SentBody> sent) {}

    @Needs(Right.WORK_IN_FIELD)
    @PostMapping("/api/field/sends")
    SendsBody take(
            @RequestBody @Valid SendsRequest request,
            @SignedIn Actor actor,
            HttpServletRequest http) {
        var sent = new ArrayList<SentBody>();
        for (var one : list(request.duty())) {
            var tried = Attempt.of(() -> SignedBody.of(duty.sign(one.toWish(), actor)));
            sent.add(SentBody.duty(one.clientId(), tried));
        }
        sent.addAll(keep(list(request.positions()), actor));
        sent.addAll(report(list(request.reports()), actor));
        for (var one : list(request.results())) {
            var wish = one.result().toWish();
            var tried = Attempt.of(() -> AnsweredBody.of(tasks.answer(one.task(), wish, actor)));
            sent.add(SentBody.result(wish.clientId(), tried));
        }
        note(sent, http);
        return new SendsBody(sent);
    }

    private List<SentBody> keep(List<PositionsRequest> wanted, Actor actor) {
        var tried =
                positions.keepAll(wanted.stream().map(PositionsRequest::toSent).toList(), actor);
        return IntStream.range(0, wanted.size())
                .mapToObj(i ->
                        SentBody.positions(
                                wanted.get(i).clientId(), tried.get(i).then(KeptBody::of)))
                .toList();
    }

    private List<SentBody> report(List<FieldReportRequest> wanted, Actor actor) {
        var tried =
                reports.reportAll(wanted.stream().map(FieldReportRequest::toWish).toList(), actor);
        return IntStream.range(0, wanted.size())
                .mapToObj(i ->
                        SentBody.report(
                                wanted.get(i).clientId(), tried.get(i).then(FieldReportBody::of)))
                .toList();
    }

    private static <T> List<T> list(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }

    /// The log tells which cases came of it and what was refused.
    private static void note(List<SentBody> sent, HttpServletRequest http) {
        detail(
                http,
                "cases",
                sent.stream()
                        .map(SentBody::report)
                        .filter(Objects::nonNull)
                        .map(report -> Long.toString(report.caseId())));
        detail(
                http,
                "refused",
                sent.stream()
                        .map(SentBody::refused)
                        .filter(Objects::nonNull)
                        .map(RefusedBody::code)
                        .distinct());
    }

    private static void detail(HttpServletRequest http, String name, Stream<String> values) {
        var all = values.collect(Collectors.joining(" "));
        if (!all.isEmpty()) {
            Audit.detail(http, name, all);
        }
    }
}
