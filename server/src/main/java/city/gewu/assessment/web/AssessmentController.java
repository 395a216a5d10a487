package city.gewu.assessment.web;

import city.gewu.assessment.model.IndicatorBook;
import city.gewu.assessment.usecase.EvaluatePeriod;
import city.gewu.assessment.usecase.FigureSight;
import city.gewu.assessment.usecase.SubjectNames;
import city.gewu.assessment.web.AssessmentBodies.CasePage;
import city.gewu.assessment.web.AssessmentBodies.CaseRow;
import city.gewu.assessment.web.AssessmentBodies.CasesRequest;
import city.gewu.assessment.web.AssessmentBodies.FigureBody;
import city.gewu.assessment.web.AssessmentBodies.IndicatorBody;
import city.gewu.assessment.web.AssessmentBodies.SubjectBody;
import city.gewu.assessment.web.AssessmentBodies.TableBody;
import city.gewu.engine.indicator.Indicator;
import city.gewu.people.Actor;
import city.gewu.people.SignedIn;
import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Indicators, the table of a period, and the cases behind each of its cells.
@RestController
@Needs(Right.READ_ASSESSMENT)
class AssessmentController {

    private final IndicatorBook book;
    private final EvaluatePeriod periods;
    private final FigureSight sight;
    private final SubjectNames names;

    AssessmentController(
            IndicatorBook book, EvaluatePeriod periods, FigureSight sight, SubjectNames names) {
        this.sight = sight;
        this.book = book;
        this.periods = periods;
        this.names = names;
    }

    @GetMapping("/api/indicators")
    List<IndicatorBody> indicators() {
        return book.indicators().stream()
                .map(it -> IndicatorBody.of(it, periods.listSubjectKinds(it)))
                .toList();
    }

    /// @param asOf a day that is over: the figures as they stood when it ended
    @GetMapping("/api/assessment")
    TableBody table(
            @RequestParam String period,
            @RequestParam String by,
            @RequestParam Optional<LocalDate> asOf,
            @SignedIn Actor actor) {
        Map<String, Map<String, FigureBody>> rows = new LinkedHashMap<>();
        periods.evaluate(
                period,
                by,
                Optional.empty(),
                asOf.map(periods::endOf),
                figure -> {
                    if (sight.shows(by, figure.subject(), actor)) {
                        rows.computeIfAbsent(figure.subject(), _ -> new LinkedHashMap<>())
                                .put(figure.indicator(), FigureBody.of(figure));
                    }
                });
        var named = names.listNames(by);
        return new TableBody(
                period,
                by,
                periods.listMeasured(by).stream().map(Indicator::code).toList(),
                rows.entrySet().stream()
                        .map(row ->
                                new SubjectBody(
                                        row.getKey(),
                                        SubjectNames.name(named, row.getKey()),
                                        row.getValue()))
                        .toList());
    }

    @GetMapping("/api/assessment/cases")
    CasePage cases(CasesRequest request, @SignedIn Actor actor) {
        var question = request.question(periods::endOf);
        sight.requireSight(question, actor);
        int size = request.size();
        var found = periods.listCasesBehind(question, request.after(), size + 1);
        boolean more = found.size() > size;
        var page = more ? found.subList(0, size) : found;
        var categories = names.listNames("category");
        var departments = names.listNames("department");
        return new CasePage(
                page.stream()
                        .map(it ->
                                CaseRow.of(
                                        it,
                                        SubjectNames.name(categories, it.category()),
                                        SubjectNames.name(departments, it.department())))
                        .toList(),
                more ? Optional.of(Long.toString(page.getLast().key())) : Optional.empty(),
                SubjectNames.name(names.listNames(question.by()), question.subject()));
    }
}
