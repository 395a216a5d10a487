package city.gewu.appraisal.web;

import city.gewu.appraisal.model.MonthSheet;
import city.gewu.appraisal.store.MonthTableStore.Kept;
import city.gewu.appraisal.usecase.KindNames;
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
    private final KindNames kinds;

    MonthPageController(OpenMonths months, AssessedSubjects subjects, KindNames kinds) {
        this.months = months;
        this.subjects = subjects;
        this.kinds = kinds;
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
        months.listTables(shown).forEach(table -> table(page, table));
        check(page, shown);
        return page.html();
    }

    private void table(PlainPage page, Kept kept) {
        var names = subjects.listNames(kept.kind());
        page.table(
                page.word(kinds.name(kept.kind())),
                List.of(
                        page.word("名次", "Rank"),
                        page.word("对象", "Subject"),
                        page.word("总分", "Total"),
                        page.word("等级", "Grade")),
                OpenMonths.marks(kept).rows().stream()
                        .map(row ->
                                List.of(
                                        row.rank().map(rank -> Integer.toString(rank)).orElse("–"),
                                        page.word(
                                                names.getOrDefault(
                                                        row.subject(),
                                                        new Named(row.subject(), row.subject()))),
                                        row.total()
                                                .map(BigDecimal::toPlainString)
                                                .orElse(page.word("样本不足", "Too few")),
                                        row.grade().orElse("–")))
                        .toList());
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
                                        .formatted(table.kind(), MonthSheet.digest(table.marks())))
                        .toList());
        page.link("/open/months/" + month + "/notice", page.word("通报（DOCX）", "Notice (DOCX)"));
        page.link("/open/months/" + month + "/sheet", page.word("签名内容", "What was signed"));
        page.link("/open/months/" + month + "/signature", page.word("签名", "Signature"));
        page.link("/open/signing-keys", page.word("公钥", "Public keys"));
        page.paragraph(
                "openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in sheet -sigfile signature");
    }
}
