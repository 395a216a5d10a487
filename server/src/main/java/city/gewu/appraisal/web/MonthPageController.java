package city.gewu.appraisal.web;

import city.gewu.appraisal.MarkTable.Row;
import city.gewu.appraisal.model.MonthSheet;
import city.gewu.appraisal.store.MonthTableStore.Kept;
import city.gewu.appraisal.usecase.OpenMonths;
import city.gewu.assessment.AssessedSubjects;
import city.gewu.platform.Named;
import city.gewu.platform.OpenToAll;
import city.gewu.platform.PlainPage;
import city.gewu.platform.PlainPage.Field;
import city.gewu.platform.PlainPage.Option;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The published month as a page without a script, with what it takes to check it.
@RestController
class MonthPageController {

    private static final Named TITLE = new Named("月度考评通报", "Assessment of a month");
    private static final String PATH = "/open/pages/months";

    private final OpenMonths months;
    private final AssessedSubjects subjects;

    MonthPageController(OpenMonths months, AssessedSubjects subjects) {
        this.months = months;
        this.subjects = subjects;
    }

    @OpenToAll("The assessment of a month is published, also without a script.")
    @GetMapping(value = PATH, produces = "text/html;charset=UTF-8")
    String page(
            @RequestParam Optional<YearMonth> month,
            @RequestParam(defaultValue = "zh") String lang) {
        var page = new PlainPage(lang, TITLE);
        var all = months.list().stream().map(row -> row.month()).toList();
        if (all.isEmpty()) {
            return page.paragraph(page.word("还没有发布的月份。", "No month has been published yet."))
                    .html();
        }
        var shown = month.orElse(all.getFirst());
        months.get(shown);
        page.form(
                PATH,
                List.of(
                        new Field(
                                "month",
                                page.word("月份", "Month"),
                                shown.toString(),
                                all.stream()
                                        .map(one -> new Option(one.toString(), one.toString()))
                                        .toList())),
                page.word("查看", "Show"));
        months.listTables(shown)
                .forEach(table -> {
                    table(page, table);
                    page.link(
                            page.address(
                                    "/open/pages/assessment",
                                    "period",
                                    shown.toString(),
                                    "by",
                                    table.kind()),
                            page.word("这些成绩背后的指标与案件", "The figures and cases behind these marks"));
                });
        page.paragraph(
                page.word(
                        "指标与案件按现在的事实列出；申诉获准的案件仍列在其中，但不计入上面的成绩。",
                        "Figures and cases are listed as they stand now; those exempted after an appeal are among them and do not count in the marks above."));
        check(page, shown);
        return page.html();
    }

    private void table(PlainPage page, Kept kept) {
        var names = subjects.listNames(kept.kind());
        var rows = OpenMonths.marks(kept).rows();
        page.table(
                page.word(subjects.nameKind(kept.kind())),
                List.of(
                        page.word("名次", "Rank"),
                        page.word("对象", "Subject"),
                        page.word("总分", "Total"),
                        page.word("等级", "Grade")),
                rows.stream()
                        .flatMap(row ->
                                row.total().map(total -> cells(row, total, names, page)).stream())
                        .toList());
        long few = rows.stream().filter(row -> row.total().isEmpty()).count();
        if (few > 0) {
            page.paragraph(
                    page.word(
                                    "另有 %d 个对象样本不足，没有总分和名次。",
                                    "%d more have too small a sample for a total and a rank.")
                            .formatted(few));
        }
    }

    private static List<String> cells(
            Row row, BigDecimal total, Map<String, Named> names, PlainPage page) {
        return List.of(
                row.rank().map(rank -> Integer.toString(rank)).orElse("–"),
                page.word(AppraisalBodies.name(names, row.subject())),
                total.toPlainString(),
                row.grade().orElse("–"));
    }

    private void check(PlainPage page, YearMonth month) {
        var sheet = months.getSheet(month);
        page.heading(page.word("核验", "Check it"));
        page.paragraph(
                months.isSigned(month)
                        ? page.word(
                                "签名有效，摘要与各表一致。",
                                "The signature is valid and the digests are those of the tables.")
                        : page.word(
                                "签名无效或摘要不一致。",
                                "The signature is not valid, or a digest is another."));
        page.paragraph("Ed25519 %s".formatted(sheet.key()));
        page.paragraph(Base64.getEncoder().encodeToString(sheet.signature()));
        page.list(
                months.listTables(month).stream()
                        .map(table ->
                                "%s SHA-256 %s"
                                        .formatted(
                                                page.word(subjects.nameKind(table.kind())),
                                                MonthSheet.digest(table.marks())))
                        .toList());
        page.link("/open/months/" + month + "/notice", page.word("通报（DOCX）", "Notice (DOCX)"));
        page.link("/open/months/" + month + "/sheet", page.word("签名内容", "What was signed"));
        page.link("/open/months/" + month + "/signature", page.word("签名", "Signature"));
        page.link("/open/signing-keys", page.word("公钥", "Public keys"));
        page.paragraph(
                "openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in sheet -sigfile signature");
    }
}
