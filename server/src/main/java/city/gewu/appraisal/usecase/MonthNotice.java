package city.gewu.appraisal.usecase;

import city.gewu.appraisal.MarkTable;
import city.gewu.appraisal.MarkTable.Row;
import city.gewu.appraisal.model.MonthSheet;
import city.gewu.appraisal.model.WordFile;
import city.gewu.appraisal.model.WordFile.Column;
import city.gewu.appraisal.store.MonthStore;
import city.gewu.appraisal.store.MonthTableStore;
import city.gewu.appraisal.store.MonthTableStore.Kept;
import city.gewu.assessment.AssessedSubjects;
import city.gewu.platform.Named;
import city.gewu.territory.Territory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The notice of a month as a document to print and to sign off (考评通报). The same version gives the
/// same bytes.
@Component
public class MonthNotice {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy年M月");

    private static final List<Column> COLUMNS =
            List.of(
                    new Column("名次", 14),
                    new Column("对象", 52),
                    new Column("总分", 20),
                    new Column("等级", 14));

    private final MonthStore months;
    private final MonthTableStore tables;
    private final OpenMonths open;
    private final AssessedSubjects subjects;
    private final Territory territory;

    MonthNotice(
            MonthStore months,
            MonthTableStore tables,
            OpenMonths open,
            AssessedSubjects subjects,
            Territory territory) {
        this.months = months;
        this.tables = tables;
        this.open = open;
        this.subjects = subjects;
        this.territory = territory;
    }

    /// @param version 1 as frozen, 2 as final
    public byte[] write(YearMonth month, int version) {
        var row = months.find(month).orElseThrow(() -> MonthProcedure.unknown(month));
        var signed =
                tables.findSheet(month, version).orElseThrow(() -> MonthProcedure.unknown(month));
        var city = territory.getCity();
        var file = new WordFile();
        file.title(
                "%s%s城市管理考评通报%s"
                        .formatted(
                                city.name().zh(),
                                month.format(MONTH),
                                version == 1 ? "（公示稿）" : ""));
        file.paragraph(
                "现将%s考评结果%s如下。成绩按考评办法由案件事实计算，事实截至%s。"
                        .formatted(
                                month.format(MONTH),
                                version == 1 ? "公示" : "通报",
                                day(signed.asOf())));
        if (version == 1) {
            row.appealsUntil()
                    .ifPresent(until ->
                            file.paragraph(
                                    "对成绩有异议的单位，可于%s前提出申诉，写明指标、案件和理由，附照片。".formatted(day(until))));
        }
        for (var table : open.listOpen(month, version)) {
            section(file, table);
        }
        file.closing(day(signed.at()));
        file.heading("附：数据校验");
        for (var table : open.listOpen(month, version)) {
            file.small(
                    "%s SHA-256：%s"
                            .formatted(
                                    subjects.nameKind(table.kind()).zh(),
                                    MonthSheet.digest(table.marks())));
        }
        file.small("签名密钥：%s（Ed25519）".formatted(signed.key()));
        file.small("签名：" + Base64.getEncoder().encodeToString(signed.signature()));
        return file.bytes();
    }

    private void section(WordFile file, Kept kept) {
        var table = OpenMonths.marks(kept);
        var names = subjects.listNames(kept.kind());
        file.heading(subjects.nameKind(kept.kind()).zh());
        file.small(
                "依据：%s%s"
                        .formatted(
                                kept.scheme().name().zh(),
                                kept.schemeVersion() == 0
                                        ? "（示例）"
                                        : "第%d版".formatted(kept.schemeVersion())));
        file.table(COLUMNS, rows(table, names));
        long few = table.rows().stream().filter(row -> row.total().isEmpty()).count();
        if (few > 0) {
            file.small("另有%d个对象样本不足，没有总分和名次。".formatted(few));
        }
    }

    private static List<List<String>> rows(MarkTable table, Map<String, Named> names) {
        return table.rows().stream()
                .flatMap(row -> row.total().map(total -> row(row, total, names)).stream())
                .toList();
    }

    private static List<String> row(Row row, BigDecimal total, Map<String, Named> names) {
        return List.of(
                row.rank().map(rank -> Integer.toString(rank)).orElse("–"),
                names.getOrDefault(row.subject(), new Named(row.subject(), "")).zh(),
                total.toPlainString(),
                row.grade().orElse("–"));
    }

    private String day(Instant at) {
        return LocalDate.ofInstant(at, territory.getCity().zone()).format(DAY);
    }
}
