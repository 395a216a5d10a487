package city.gewu.patrol.web;

import city.gewu.audit.Audit;
import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.patrol.usecase.FieldReports;
import city.gewu.patrol.usecase.FieldReports.Answer;
import city.gewu.patrol.usecase.FieldReports.Wish;
import city.gewu.people.Actor;
import city.gewu.people.SignedIn;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// What the street reports.
@RestController
class FieldReportController {

    private static final String ON_SPOT = "fixed-on-spot";

    private final FieldReports reports;

    FieldReportController(FieldReports reports) {
        this.reports = reports;
    }

    /// @param clientId made on the phone; sent twice it is one report
    /// @param takenAt by the phone's clock, as is `sentAt`
    /// @param answers to the questions of the category, by code; absent when nobody was asked
    record FieldReportRequest(
            @NotNull UUID clientId,
            @NotNull @Pattern(regexp = "report|fixed-on-spot") String kind,
            @NotBlank @Size(max = 100) String category,
            @Nullable @Size(max = 100) String condition,
            @NotBlank @Size(max = 4000) String description,
            @NotNull @Valid PointBody position,
            @PositiveOrZero double accuracyMetres,
            @Nullable @Size(max = 100) String component,
            @NotNull Instant takenAt,
            @NotNull Instant sentAt,
            @Nullable @Size(max = 20) List<@NotNull String> photos,
            @Nullable @Size(max = 20) List<@NotNull String> afterPhotos,
            @Nullable @Size(max = 50) Map<String, @NotNull @Size(max = 1000) String> answers) {

        Wish toWish() {
            return new Wish(
                    clientId,
                    kind.equals(ON_SPOT),
                    category,
                    Optional.ofNullable(condition).filter(code -> !code.isBlank()),
                    description.strip(),
                    position.toFix(accuracyMetres),
                    component == null ? "" : component.strip(),
                    takenAt,
                    sentAt,
                    photoIds(photos),
                    kind.equals(ON_SPOT) ? photoIds(afterPhotos) : List.of(),
                    Optional.ofNullable(answers));
        }
    }

    static List<PhotoId> photoIds(@Nullable List<String> photos) {
        return photos == null ? List.of() : photos.stream().map(PhotoId::new).toList();
    }

    /// @param receivedAt by the server's clock
    /// @param grid code of the finest unit, or empty text
    record FieldReportBody(
            long caseId, String number, Instant receivedAt, String grid, String state) {

        static FieldReportBody of(Answer answer) {
            var report = answer.report();
            return new FieldReportBody(
                    report.id().value(),
                    report.caseNo(),
                    report.receivedAt(),
                    answer.grid(),
                    report.onSpot() ? ON_SPOT : "reported");
        }
    }

    @Needs(Right.WORK_IN_FIELD)
    @PostMapping("/api/field/reports")
    FieldReportBody report(
            @RequestBody @Valid FieldReportRequest request,
            @SignedIn Actor actor,
            HttpServletRequest http) {
        var body = FieldReportBody.of(reports.report(request.toWish(), actor));
        Audit.detail(http, "case", Long.toString(body.caseId()));
        return body;
    }
}
