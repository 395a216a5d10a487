package city.gewu.appraisal.web;

import city.gewu.appraisal.model.Scheme.Adjustment;
import city.gewu.appraisal.model.Scheme.Line;
import city.gewu.appraisal.usecase.MarkMonths;
import city.gewu.appraisal.usecase.Schemes;
import city.gewu.appraisal.web.AppraisalBodies.IndicatorBody;
import city.gewu.appraisal.web.AppraisalBodies.RankedBody;
import city.gewu.appraisal.web.AppraisalBodies.RankingBody;
import city.gewu.appraisal.web.AppraisalBodies.YearBody;
import city.gewu.assessment.AssessedSubjects;
import city.gewu.assessment.Assessment;
import city.gewu.engine.indicator.Indicator;
import city.gewu.people.Actor;
import city.gewu.people.SignedIn;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Who stands where: a month and a year (考评排名).
@RestController
@Needs(Right.READ_ASSESSMENT)
class AppraisalController {

    private final MarkMonths marks;
    private final Schemes schemes;
    private final Assessment assessment;
    private final AssessedSubjects subjects;

    AppraisalController(
            MarkMonths marks, Schemes schemes, Assessment assessment, AssessedSubjects subjects) {
        this.marks = marks;
        this.schemes = schemes;
        this.assessment = assessment;
        this.subjects = subjects;
    }

    /// Kinds of subjects that are ranked.
    @GetMapping("/api/appraisal/kinds")
    List<String> kinds() {
        return marks.listKinds();
    }

    /// The ranking of a month beside the month before. People see their own row only, unless they
    /// may read the roster.
    ///
    /// @param asOf a day that is over: both months as they stood when it ended
    @GetMapping("/api/appraisal")
    RankingBody ranking(
            @RequestParam String kind,
            @RequestParam YearMonth period,
            @RequestParam Optional<LocalDate> asOf,
            @SignedIn Actor actor) {
        var tables = marks.markWithBefore(kind, period, asOf);
        var before = AppraisalBodies.bySubject(tables.getFirst());
        var table = tables.getLast();
        var names = subjects.listNames(kind);
        return new RankingBody(
                kind,
                period.toString(),
                table.version(),
                schemes.get(kind, table.version()),
                indicators(kind, table.version()),
                table.rows().stream()
                        .filter(row -> subjects.shows(kind, row.subject(), actor))
                        .map(row ->
                                RankedBody.of(
                                        row,
                                        AppraisalBodies.name(names, row.subject()),
                                        Optional.ofNullable(before.get(row.subject()))))
                        .toList());
    }

    /// A month and the eleven before it.
    @GetMapping("/api/appraisal/year")
    YearBody year(
            @RequestParam String kind, @RequestParam YearMonth period, @SignedIn Actor actor) {
        return YearBody.of(
                kind,
                marks.markYear(kind, period),
                subjects.listNames(kind),
                subject -> subjects.shows(kind, subject, actor));
    }

    private List<IndicatorBody> indicators(String kind, int version) {
        var scheme = schemes.get(kind, version);
        var weights =
                scheme.lines().stream().collect(Collectors.toMap(Line::indicator, Line::weight));
        var measured =
                assessment.listMeasured(kind).stream()
                        .collect(Collectors.toMap(Indicator::code, it -> it));
        return Stream.concat(
                        scheme.lines().stream().map(Line::indicator),
                        scheme.adjustments().stream().map(Adjustment::indicator))
                .distinct()
                .flatMap(code -> Optional.ofNullable(measured.get(code)).stream())
                .map(indicator ->
                        IndicatorBody.of(
                                indicator, weights.getOrDefault(indicator.code(), BigDecimal.ZERO)))
                .toList();
    }
}
