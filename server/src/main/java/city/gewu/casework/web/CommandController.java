package city.gewu.casework.web;

import city.gewu.audit.Audit;
import city.gewu.casework.CaseId;
import city.gewu.casework.Casework;
import city.gewu.casework.store.IdempotencyStore;
import city.gewu.casework.usecase.AnswerOnce;
import city.gewu.casework.usecase.CaseDesk;
import city.gewu.casework.usecase.CommandClocks;
import city.gewu.casework.usecase.ReporterContacts;
import city.gewu.people.Actor;
import city.gewu.people.SignedIn;
import city.gewu.platform.Needs;
import city.gewu.platform.RefusedException;
import city.gewu.platform.Right;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Reports and commands. Each is carried out once under its `Idempotency-Key`.
@RestController
@RequestMapping("/api/cases")
class CommandController {

    private final Casework casework;
    private final CaseDesk desk;
    private final CommandClocks clocks;
    private final ReporterContacts contacts;
    private final AnswerOnce once;
    private final IdempotencyStore reported;
    private final JsonMapper json;
    private final Clock clock;

    CommandController(
            Casework casework,
            CaseDesk desk,
            CommandClocks clocks,
            ReporterContacts contacts,
            AnswerOnce once,
            IdempotencyStore reported,
            JsonMapper json,
            Clock clock) {
        this.casework = casework;
        this.desk = desk;
        this.clocks = clocks;
        this.contacts = contacts;
        this.once = once;
        this.reported = reported;
        this.json = json;
        this.clock = clock;
    }

    record ReportedBody(long id, String caseNo, int version) {}

    record CommandedBody(int version) {}

    @Needs(Right.REPORT_PROBLEMS)
    @PostMapping
    ResponseEntity<String> report(
            @RequestBody @Valid ReportRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
            @SignedIn Actor actor,
            HttpServletRequest http) {
        if (key == null) {
            throw new RefusedException(
                    "casework.missing-idempotency-key",
                    "A report needs an Idempotency-Key header.",
                    "Send a fresh UUID with each report, and the same one when you try again.");
        }
        var problem = request.toProblem();
        var contact = request.toContact();
        String answer =
                once.answer(
                        new AnswerOnce.Request(key, actor, wish(request)),
                        () -> reported(casework.report(problem, contact, actor), actor),
                        since ->
                                reported.findReported(
                                                actor.id(),
                                                problem.category(),
                                                problem.description(),
                                                since)
                                        .map(id -> reported(new CaseId(id), actor)));
        long id = json.readValue(answer, ReportedBody.class).id();
        Audit.detail(http, "case", Long.toString(id));
        return ResponseEntity.created(URI.create("/api/cases/" + id))
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer);
    }

    @Needs(Right.ACT_ON_CASES)
    @PostMapping("/{id}/commands")
    ResponseEntity<String> command(
            @PathVariable long id,
            @RequestBody @Valid CommandRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
            @SignedIn Actor actor,
            HttpServletRequest http) {
        Audit.detail(http, "command", request.command());
        var wish = new CaseId(id);
        String answer =
                key == null
                        ? carryOut(wish, request, actor)
                        : once.answer(
                                new AnswerOnce.Request(
                                        key, actor, id + json.writeValueAsString(request)),
                                () -> carryOut(wish, request, actor),
                                _ -> Optional.empty());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(answer);
    }

    /// The same text for the same wish. Who called stands in it under a mark: the digest that is
    /// kept of it must not let anybody try phone numbers out.
    private String wish(ReportRequest request) {
        String body = json.writeValueAsString(request.withoutReporter());
        return request.toContact().map(contact -> body + contacts.mark(contact)).orElse(body);
    }

    private String reported(CaseId id, Actor actor) {
        var kept = desk.getCase(id, actor).kept();
        return json.writeValueAsString(
                new ReportedBody(id.value(), kept.file().caseNo(), kept.version()));
    }

    private String carryOut(CaseId id, CommandRequest request, Actor actor) {
        var kept = desk.getCase(id, actor).kept();
        if (kept.version() != request.version()) {
            throw new RefusedException(
                    "casework.stale",
                    "The case (%s) has moved on since version (%d)."
                            .formatted(kept.file().caseNo(), request.version()),
                    "Reload the case, and decide on what it shows now.");
        }
        var command = request.toCommand(kept.file(), clocks, clock.instant());
        int version = casework.command(id, request.version(), command, actor);
        return json.writeValueAsString(new CommandedBody(version));
    }
}
