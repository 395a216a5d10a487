package city.gewu.appraisal.web;

import city.gewu.appraisal.MarkTable.Row;
import city.gewu.appraisal.usecase.PublishedRankings;
import city.gewu.assessment.AssessedSubjects;
import city.gewu.platform.Named;
import city.gewu.platform.OpenToAll;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The monthly ranking of organisations and places as it is published; never of people.
@RestController
class OpenAppraisalController {

    private final PublishedRankings published;
    private final AssessedSubjects subjects;

    OpenAppraisalController(PublishedRankings published, AssessedSubjects subjects) {
        this.published = published;
        this.subjects = subjects;
    }

    /// @param signed whether these are the final marks of a published month
    /// @param months that can be asked for, the newest first
    record PublishedRankingBody(
            String period,
            String kind,
            String scheme,
            int version,
            boolean signed,
            List<String> months,
            List<String> kinds,
            List<PublishedRowBody> rows) {}

    record PublishedRowBody(
            String subject,
            Named name,
            Optional<BigDecimal> total,
            Optional<Integer> rank,
            Optional<String> grade) {

        static PublishedRowBody of(Row row, Map<String, Named> names) {
            return new PublishedRowBody(
                    row.subject(),
                    AppraisalBodies.name(names, row.subject()),
                    row.total(),
                    row.rank(),
                    row.grade());
        }
    }

    /// @param period a month that is over; the last one when it is not given
    @OpenToAll("The monthly ranking is published.")
    @GetMapping("/open/appraisal")
    ResponseEntity<PublishedRankingBody> ranking(
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "department") String kind) {
        var months = published.listMonths();
        var ranking = published.rank(kind, period.isBlank() ? months.getFirst() : period);
        var table = ranking.table();
        var names = subjects.listNames(kind);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(
                        new PublishedRankingBody(
                                table.month(),
                                kind,
                                table.scheme(),
                                table.version(),
                                ranking.signed(),
                                months,
                                published.listKinds(),
                                table.rows().stream()
                                        .map(row -> PublishedRowBody.of(row, names))
                                        .toList()));
    }
}
