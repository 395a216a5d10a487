package city.gewu.assessment.web;

import city.gewu.assessment.Assessment.Figure;
import city.gewu.assessment.model.IndicatorBook;
import city.gewu.assessment.usecase.PublishedFigures;
import city.gewu.assessment.usecase.SubjectNames;
import city.gewu.engine.indicator.FigureUnit;
import city.gewu.engine.indicator.Indicator;
import city.gewu.platform.Named;
import city.gewu.platform.OpenToAll;
import city.gewu.platform.PlainPage;
import city.gewu.platform.PlainPage.Cell;
import city.gewu.platform.PlainPage.Field;
import city.gewu.platform.PlainPage.Option;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The published assessment as a table, without a script.
@RestController
class AssessmentPageController {

    private static final Named TITLE = new Named("考评公开", "Assessment");

    private final PublishedFigures published;
    private final IndicatorBook book;
    private final SubjectNames names;

    AssessmentPageController(PublishedFigures published, IndicatorBook book, SubjectNames names) {
        this.published = published;
        this.book = book;
        this.names = names;
    }

    @OpenToAll("The monthly assessment is published, also without a script.")
    @GetMapping(value = "/open/pages/assessment", produces = "text/html;charset=UTF-8")
    String table(
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "department") String by,
            @RequestParam(defaultValue = "zh") String lang) {
        var months = published.listMonths();
        var month = period.isBlank() ? months.getFirst() : period;
        var page = new PlainPage(lang, TITLE);
        page.form(
                "/open/pages/assessment",
                List.of(
                        new Field("period", page.word("月份", "Month"), month, options(months)),
                        new Field(
                                "by",
                                page.word("对象", "By"),
                                by,
                                published.listKinds().stream()
                                        .map(kind ->
                                                new Option(kind, page.word(names.nameKind(kind))))
                                        .toList())),
                page.word("查看", "Show"));
        var shown = new LinkedHashMap<String, String>();
        Map<String, Map<String, Figure>> rows = new LinkedHashMap<>();
        for (Figure figure : published.list(month, by)) {
            shown.computeIfAbsent(figure.indicator(), code -> indicator(code, page));
            rows.computeIfAbsent(figure.subject(), _ -> new LinkedHashMap<>())
                    .put(figure.indicator(), figure);
        }
        var named = names.listNames(by);
        var headings = new ArrayList<String>();
        headings.add(page.word("对象", "Subject"));
        headings.addAll(shown.values());
        page.paragraph(page.word("点任何一个数字，看它背后的案件。", "Each figure opens onto its cases."));
        page.openTable(
                month,
                headings,
                rows.entrySet().stream()
                        .map(row -> {
                            var cells = new ArrayList<Cell>();
                            cells.add(Cell.of(page.word(SubjectNames.name(named, row.getKey()))));
                            shown.keySet()
                                    .forEach(code ->
                                            cells.add(cell(row.getValue().get(code), page)));
                            return List.copyOf(cells);
                        })
                        .toList());
        return page.html();
    }

    private Cell cell(@Nullable Figure figure, PlainPage page) {
        if (figure == null) {
            return Cell.of("");
        }
        var text = shown(figure);
        if (figure.numerator() == 0 && figure.denominator() <= 1) {
            return Cell.of(text);
        }
        return new Cell(
                text,
                page.address(
                        "/open/pages/assessment/cases",
                        "period",
                        figure.period(),
                        "by",
                        figure.subjectKind(),
                        "subject",
                        figure.subject(),
                        "indicator",
                        figure.indicator(),
                        "part",
                        figure.numerator() == 0 ? "denominator" : "numerator"));
    }

    /// With one digit after the point, a rate as a percentage, as the apps show it.
    private String shown(Figure figure) {
        var unit = book.find(figure.indicator()).map(it -> it.definition().unit());
        if (figure.value().isEmpty() || unit.isEmpty()) {
            return "–";
        }
        var value = new BigDecimal(figure.value());
        return switch (unit.get()) {
            case COUNT -> figure.value();
            case RATE ->
                    value.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString() + "%";
            case HOURS -> value.setScale(1, RoundingMode.HALF_UP).toPlainString();
        };
    }

    private static List<Option> options(List<String> values) {
        return values.stream().map(value -> new Option(value, value)).toList();
    }

    private String indicator(String code, PlainPage page) {
        return book.find(code)
                .map(Indicator::definition)
                .map(one ->
                        page.word(one.name().zh(), one.name().en())
                                + (one.unit() == FigureUnit.HOURS ? page.word("（小时）", " (h)") : ""))
                .orElse(code);
    }
}
