package city.gewu.appraisal.web;

import city.gewu.appraisal.AssessedMonths;
import city.gewu.appraisal.AssessedMonths.NewAppeal;
import city.gewu.audit.Audit;
import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.people.Actor;
import city.gewu.people.SignedIn;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Appeals against marks and their review.
@RestController
class MarkAppealController {

    private final AssessedMonths months;
    private final Clock clock;

    MarkAppealController(AssessedMonths months, Clock clock) {
        this.months = months;
        this.clock = clock;
    }

    record AppealRequest(
            @NotBlank @Size(max = 100) String kind,
            @NotBlank @Size(max = 100) String subject,
            @NotBlank @Size(max = 100) String indicator,
            @NotNull @Size(max = 50) List<@NotNull Long> cases,
            @NotNull @Size(max = 1000) String reason,
            @NotNull @Size(max = 9) List<@NotNull String> photos) {

        NewAppeal toAppeal() {
            return new NewAppeal(
                    kind,
                    subject,
                    indicator,
                    cases,
                    reason,
                    photos.stream().map(PhotoId::new).toList());
        }
    }

    record LodgedBody(long id) {}

    record DecisionRequest(boolean granted, @NotNull @Size(max = 1000) String answer) {}

    @Needs(Right.LODGE_APPEALS)
    @PostMapping("/api/appraisal/months/{month}/appeals")
    @ResponseStatus(HttpStatus.CREATED)
    LodgedBody lodge(
            @PathVariable YearMonth month,
            @RequestBody @Valid AppealRequest request,
            @SignedIn Actor actor,
            HttpServletRequest http) {
        Audit.detail(http, "subject", request.kind() + " " + request.subject());
        return new LodgedBody(months.appeal(month, request.toAppeal(), actor, clock.instant()));
    }

    @Needs(Right.REVIEW_APPEALS)
    @PostMapping("/api/appraisal/appeals/{id}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(
            @PathVariable long id,
            @RequestBody @Valid DecisionRequest request,
            @SignedIn Actor actor,
            HttpServletRequest http) {
        Audit.detail(http, "granted", Boolean.toString(request.granted()));
        months.decide(id, request.granted(), request.answer(), actor, clock.instant());
    }
}
