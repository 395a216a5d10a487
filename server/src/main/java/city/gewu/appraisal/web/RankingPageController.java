package city.gewu.appraisal.web;

import city.gewu.appraisal.MarkTable.Row;
import city.gewu.appraisal.usecase.PublishedRankings;
import city.gewu.assessment.AssessedSubjects;
import city.gewu.platform.Named;
import city.gewu.platform.OpenToAll;
import city.gewu.platform.PlainPage;
import city.gewu.platform.PlainPage.Field;
import city.gewu.platform.PlainPage.Option;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The published ranking as a table, without a script.
@RestController
class RankingPageController {

    private static final Named TITLE = new Named("考评排名公开", "Rankings");

    private final PublishedRankings published;
    private final AssessedSubjects subjects;

    RankingPageController(PublishedRankings published, AssessedSubjects subjects) {
        this.published = published;
        this.subjects = subjects;
    }

    @OpenToAll("The monthly ranking is published, also without a script.")
    @GetMapping(value = "/open/pages/ranking", produces = "text/html;charset=UTF-8")
    String table(
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "department") String kind,
            @RequestParam(defaultValue = "zh") String lang) {
        var months = published.listMonths();
        var month = period.isBlank() ? months.getFirst() : period;
        var table = published.rank(kind, month);
        var names = subjects.listNames(kind);
        var page = new PlainPage(lang, TITLE);
        page.form(
                "/open/pages/ranking",
                List.of(
                        new Field("period", page.word("月份", "Month"), month, options(months)),
                        new Field(
                                "kind",
                                page.word("对象", "By"),
                                kind,
                                published.listKinds().stream()
                                        .map(one ->
                                                new Option(one, page.word(subjects.nameKind(one))))
                                        .toList())),
                page.word("查看", "Show"));
        page.table(
                month,
                List.of(
                        page.word("名次", "Rank"),
                        page.word("对象", "Subject"),
                        page.word("总分", "Total"),
                        page.word("等级", "Grade")),
                table.rows().stream()
                        .map(row ->
                                cells(row, page.word(AppraisalBodies.name(names, row.subject()))))
                        .toList());
        page.link(
                page.address("/open/pages/assessment", "period", month, "by", kind),
                page.word("名次背后的指标与案件", "The figures and cases behind the ranks"));
        return page.html();
    }

    private static List<String> cells(Row row, String name) {
        return List.of(
                row.rank().map(rank -> Integer.toString(rank)).orElse(""),
                name,
                row.total().map(BigDecimal::toPlainString).orElse(""),
                row.grade().orElse(""));
    }

    private static List<Option> options(List<String> values) {
        return values.stream().map(value -> new Option(value, value)).toList();
    }
}
