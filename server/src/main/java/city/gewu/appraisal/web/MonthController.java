package city.gewu.appraisal.web;

import city.gewu.appraisal.AssessedMonths;
import city.gewu.appraisal.AssessedMonths.Verified;
import city.gewu.appraisal.model.MarkLines;
import city.gewu.appraisal.model.MonthSteps.Step;
import city.gewu.appraisal.usecase.MonthNotice;
import city.gewu.appraisal.usecase.MonthProcedure;
import city.gewu.appraisal.web.MonthBodies.MarksBody;
import city.gewu.appraisal.web.MonthBodies.MonthBody;
import city.gewu.appraisal.web.MonthBodies.MonthLineBody;
import city.gewu.assessment.AssessedSubjects;
import city.gewu.people.Actor;
import city.gewu.people.SignedIn;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The assessment of months, step by step.
@RestController
class MonthController {

    static final MediaType DOCX =
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final MonthProcedure months;
    private final MonthDesk desk;
    private final MonthNotice notices;
    private final AssessedSubjects subjects;
    private final Clock clock;

    MonthController(
            MonthProcedure months,
            MonthDesk desk,
            MonthNotice notices,
            AssessedSubjects subjects,
            Clock clock) {
        this.months = months;
        this.desk = desk;
        this.notices = notices;
        this.subjects = subjects;
        this.clock = clock;
    }

    /// Months that are over, the newest first.
    @Needs(Right.READ_ASSESSMENT)
    @GetMapping("/api/appraisal/months")
    List<MonthLineBody> list() {
        return desk.list();
    }

    @Needs(Right.READ_ASSESSMENT)
    @GetMapping("/api/appraisal/months/{month}")
    MonthBody get(@PathVariable YearMonth month, @SignedIn Actor actor) {
        return desk.get(month, actor);
    }

    record StepRequest(@NotNull @Pattern(regexp = "freeze|notice|finish|publish") String step) {}

    @Needs(Right.MANAGE_MONTHS)
    @PostMapping("/api/appraisal/months/{month}/steps")
    MonthBody step(
            @PathVariable YearMonth month,
            @RequestBody @Valid StepRequest request,
            @SignedIn Actor actor) {
        var now = clock.instant();
        switch (Step.valueOf(request.step().toUpperCase(Locale.ROOT))) {
            case FREEZE -> months.freeze(month, actor, now);
            case NOTICE -> months.giveNotice(month, actor, now);
            case FINISH -> months.finish(month, actor, now);
            case PUBLISH -> months.publish(month, actor, now);
        }
        return desk.get(month, actor);
    }

    /// The kept marks of a kind; of people those whom one may see.
    @Needs(Right.READ_ASSESSMENT)
    @GetMapping("/api/appraisal/months/{month}/marks/{kind}")
    MarksBody marks(
            @PathVariable YearMonth month,
            @PathVariable String kind,
            @RequestParam(defaultValue = "1") int version,
            @SignedIn Actor actor) {
        return MarksBody.of(
                version,
                MarkLines.read(desk.getTable(month, version, kind).marks()),
                AppraisalBodies.bySubject(MarkLines.read(desk.getTable(month, 1, kind).marks())),
                subjects.listNames(kind),
                subject -> subjects.shows(kind, subject, actor));
    }

    /// Computes everything that was kept of a month again.
    @Needs(Right.MANAGE_MONTHS)
    @PostMapping("/api/appraisal/months/{month}/verifications")
    List<Verified> verify(@PathVariable YearMonth month) {
        return ((AssessedMonths) months).verify(month);
    }

    /// The kept marks of a kind as their bytes.
    @Needs(Right.MANAGE_MONTHS)
    @GetMapping(
            value = "/api/appraisal/months/{month}/bytes/{kind}",
            produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    byte[] kept(
            @PathVariable YearMonth month,
            @PathVariable String kind,
            @RequestParam(defaultValue = "1") int version) {
        return desk.getTable(month, version, kind).marks();
    }

    /// The same, computed now from what had happened.
    @Needs(Right.MANAGE_MONTHS)
    @GetMapping(
            value = "/api/appraisal/months/{month}/recomputed/{kind}",
            produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    byte[] recomputed(
            @PathVariable YearMonth month,
            @PathVariable String kind,
            @RequestParam(defaultValue = "1") int version) {
        return months.recompute(month, version, kind);
    }

    @Needs(Right.READ_ASSESSMENT)
    @GetMapping("/api/appraisal/months/{month}/notice")
    ResponseEntity<byte[]> notice(
            @PathVariable YearMonth month, @RequestParam(defaultValue = "1") int version) {
        return document(month, version, notices.write(month, version));
    }

    static ResponseEntity<byte[]> document(YearMonth month, int version, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(DOCX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"assessment-%s-v%d.docx\"".formatted(month, version))
                .body(bytes);
    }
}
