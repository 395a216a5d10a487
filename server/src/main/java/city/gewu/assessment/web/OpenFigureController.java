package city.gewu.assessment.web;

import city.gewu.assessment.model.IndicatorBook;
import city.gewu.assessment.store.FigureStore.CaseBehind;
import city.gewu.assessment.usecase.EvaluatePeriod.Question;
import city.gewu.assessment.usecase.PublishedCases;
import city.gewu.assessment.usecase.PublishedCases.Opened;
import city.gewu.assessment.usecase.SubjectNames;
import city.gewu.engine.indicator.Definition;
import city.gewu.engine.indicator.Words;
import city.gewu.platform.Moments;
import city.gewu.platform.Named;
import city.gewu.platform.OpenToAll;
import city.gewu.platform.PlainPage;
import city.gewu.platform.PlainPage.Cell;
import city.gewu.territory.Territory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A published figure opened onto its cases, without anything about people.
@RestController
class OpenFigureController {

    private static final String WHY = "A published figure opens onto the cases it counts.";
    private static final Named TITLE = new Named("数字背后的案件", "The cases behind a figure");
    private static final String PAGES = "/open/pages/assessment/cases";

    private final PublishedCases published;
    private final IndicatorBook book;
    private final SubjectNames names;
    private final Territory territory;

    OpenFigureController(
            PublishedCases published, IndicatorBook book, SubjectNames names, Territory territory) {
        this.published = published;
        this.book = book;
        this.names = names;
        this.territory = territory;
    }

    /// @param day when it was reported, in the city
    /// @param dueAt the due time that judges
    record OpenCaseBody(
            String number,
            Named category,
            Optional<Named> department,
            LocalDate day,
            Optional<Instant> dueAt,
            Optional<Instant> closedAt) {

        static OpenCaseBody of(
                CaseBehind one,
                Map<String, Named> categories,
                Map<String, Named> departments,
                ZoneId zone) {
            return new OpenCaseBody(
                    one.caseNo(),
                    SubjectNames.name(categories, one.category()),
                    one.department().isEmpty()
                            ? Optional.empty()
                            : Optional.of(SubjectNames.name(departments, one.department())),
                    LocalDate.ofInstant(one.reportedAt(), zone),
                    one.dueAt(),
                    one.closedAt());
        }
    }

    /// @param part `numerator` or `denominator`, with its words
    /// @param parts that cases stand behind
    /// @param rows behind the figure; a case may stand there several times, by its steps
    /// @param withheld rows whose cases are counted and not shown
    record OpenCasesBody(
            String period,
            String by,
            String subject,
            Named subjectName,
            String indicator,
            Named indicatorName,
            String part,
            Named partWords,
            List<String> parts,
            List<OpenCaseBody> items,
            Optional<String> next,
            long rows,
            long withheld) {}

    /// @param period a month that is over
    /// @param cursor what the page before gave as `next`
    @OpenToAll(WHY)
    @GetMapping("/open/assessment/cases")
    ResponseEntity<OpenCasesBody> cases(
            @RequestParam String period,
            @RequestParam String by,
            @RequestParam String subject,
            @RequestParam String indicator,
            @RequestParam(defaultValue = "numerator") String part,
            @RequestParam(defaultValue = "0") long cursor) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(read(new Question(period, by, subject, indicator, part), cursor));
    }

    private OpenCasesBody read(Question question, long after) {
        Opened opened = published.open(question, after);
        var categories = names.listNames("category");
        var departments = names.listNames("department");
        var definition = book.find(question.indicator()).orElseThrow().definition();
        var zone = territory.getCity().zone();
        return new OpenCasesBody(
                question.period(),
                question.by(),
                question.subject(),
                SubjectNames.name(names.listNames(question.by()), question.subject()),
                question.indicator(),
                named(definition.name()),
                question.part(),
                named(words(definition, question.part())),
                definition.denominator().isPresent()
                        ? List.of("numerator", "denominator")
                        : List.of("numerator"),
                opened.cases().stream()
                        .map(one -> OpenCaseBody.of(one, categories, departments, zone))
                        .toList(),
                opened.next().isPresent()
                        ? Optional.of(Long.toString(opened.next().getAsLong()))
                        : Optional.empty(),
                opened.rows(),
                opened.withheld());
    }

    private static Words words(Definition definition, String part) {
        return part.equals("denominator")
                ? definition.denominator().orElseThrow().words()
                : definition.numerator().words();
    }

    private static Named named(Words words) {
        return new Named(words.zh(), words.en());
    }

    @OpenToAll("A published figure opens onto its cases, also without a script.")
    @GetMapping(value = PAGES, produces = "text/html;charset=UTF-8")
    String page(
            @RequestParam String period,
            @RequestParam String by,
            @RequestParam String subject,
            @RequestParam String indicator,
            @RequestParam(defaultValue = "numerator") String part,
            @RequestParam(defaultValue = "0") long cursor,
            @RequestParam(defaultValue = "zh") String lang) {
        var body = read(new Question(period, by, subject, indicator, part), cursor);
        var page = new PlainPage(lang, TITLE);
        page.heading(page.word(body.subjectName()) + " · " + page.word(body.indicatorName()));
        page.paragraph(body.period() + " · " + page.word(body.partWords()));
        page.paragraph(
                page.word(
                                "共 %d 条，其中 %d 条计入数字但不公开：内部发现的案件，以及未受理或已撤销的。",
                                "%d in all; %d of them count and are not shown: cases found inside, and those not taken up or withdrawn.")
                        .formatted(body.rows(), body.withheld()));
        page.openTable(
                period,
                List.of(
                        page.word("编号", "Number"),
                        page.word("类别", "Category"),
                        page.word("责任部门", "Department"),
                        page.word("上报日", "Day"),
                        page.word("时限", "Due"),
                        page.word("结案", "Closed")),
                body.items().stream().map(one -> cells(one, page)).toList());
        if (part.equals("numerator") && body.parts().contains("denominator")) {
            page.link(
                    address(page, body, "part", "denominator"),
                    page.word("分母里的案件", "The cases below the line"));
        }
        body.next()
                .ifPresent(next ->
                        page.link(
                                address(page, body, "part", part, "cursor", next),
                                page.word("后面的案件", "More cases")));
        return page.html();
    }

    private static String address(PlainPage page, OpenCasesBody of, String... more) {
        var figure =
                Stream.of(
                        "period",
                        of.period(),
                        "by",
                        of.by(),
                        "subject",
                        of.subject(),
                        "indicator",
                        of.indicator());
        return page.address(PAGES, Stream.concat(figure, Stream.of(more)).toArray(String[]::new));
    }

    private List<Cell> cells(OpenCaseBody one, PlainPage page) {
        return List.of(
                new Cell(one.number(), page.address("/open/pages/cases/" + one.number())),
                Cell.of(page.word(one.category())),
                Cell.of(one.department().map(page::word).orElse("")),
                Cell.of(one.day().toString()),
                Cell.of(minute(one.dueAt())),
                Cell.of(minute(one.closedAt())));
    }

    private String minute(Optional<Instant> moment) {
        return moment.map(at -> Moments.minute(at, territory.getCity().zone())).orElse("");
    }
}
