package city.gewu.assessment.web;

import city.gewu.assessment.model.IndicatorBook;
import city.gewu.assessment.usecase.PublishedFigures;
import city.gewu.assessment.usecase.SubjectNames;
import city.gewu.assessment.web.AssessmentBodies.FigureBody;
import city.gewu.assessment.web.AssessmentBodies.SubjectBody;
import city.gewu.platform.Named;
import city.gewu.platform.OpenToAll;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The monthly assessment as it is published.
@RestController
class OpenAssessmentController {

    private final PublishedFigures published;
    private final IndicatorBook book;
    private final SubjectNames names;

    OpenAssessmentController(PublishedFigures published, IndicatorBook book, SubjectNames names) {
        this.published = published;
        this.book = book;
        this.names = names;
    }

    /// @param unit `count`, `rate` or `hours`
    record PublishedIndicator(String code, Named name, String unit, Named note) {}

    /// @param months that can be asked for, the newest first
    /// @param kinds of subjects that can be asked for
    record PublishedBody(
            String period,
            String by,
            List<String> months,
            List<String> kinds,
            List<PublishedIndicator> indicators,
            List<SubjectBody> subjects) {}

    /// @param period a month that is over; the last one when it is not given
    @OpenToAll("The monthly assessment is published.")
    @GetMapping("/open/assessment")
    ResponseEntity<PublishedBody> table(
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "department") String by) {
        var months = published.listMonths();
        var month = period.isBlank() ? months.getFirst() : period;
        Map<String, Map<String, FigureBody>> rows = new LinkedHashMap<>();
        for (var figure : published.list(month, by)) {
            rows.computeIfAbsent(figure.subject(), _ -> new LinkedHashMap<>())
                    .put(figure.indicator(), FigureBody.of(figure));
        }
        var shown =
                rows.values().stream().flatMap(row -> row.keySet().stream()).distinct().toList();
        var named = names.listNames(by);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(
                        new PublishedBody(
                                month,
                                by,
                                months,
                                published.listKinds(),
                                indicators(shown),
                                rows.entrySet().stream()
                                        .map(row ->
                                                new SubjectBody(
                                                        row.getKey(),
                                                        SubjectNames.name(named, row.getKey()),
                                                        row.getValue()))
                                        .toList()));
    }

    private List<PublishedIndicator> indicators(List<String> shown) {
        return book.indicators().stream()
                .map(one -> one.definition())
                .filter(one -> shown.contains(one.code()))
                .map(one ->
                        new PublishedIndicator(
                                one.code(),
                                new Named(one.name().zh(), one.name().en()),
                                one.unit().name().toLowerCase(Locale.ROOT),
                                new Named(one.note().zh(), one.note().en())))
                .toList();
    }
}
