package city.gewu.appraisal.usecase;

import city.gewu.appraisal.MarkTable;
import city.gewu.appraisal.model.MarkLines;
import city.gewu.appraisal.model.MonthState;
import city.gewu.appraisal.store.MonthStore;
import city.gewu.appraisal.store.MonthStore.Row;
import city.gewu.appraisal.store.MonthTableStore;
import city.gewu.appraisal.store.MonthTableStore.Kept;
import city.gewu.appraisal.store.MonthTableStore.Signed;
import city.gewu.assessment.AssessedSubjects;
import city.gewu.platform.RefusedException;
import city.gewu.territory.Level;
import city.gewu.territory.Territory;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Months as everybody may read them: the final marks of organisations and places, never of people.
@Component
public class OpenMonths {

    /// The version that is published.
    public static final int FINAL = 2;

    private final MonthStore months;
    private final MonthTableStore tables;
    private final VerifyMonth verifying;
    private final Territory territory;

    OpenMonths(
            MonthStore months, MonthTableStore tables, VerifyMonth verifying, Territory territory) {
        this.months = months;
        this.tables = tables;
        this.verifying = verifying;
        this.territory = territory;
    }

    /// Kinds whose marks may be published.
    public List<String> listKinds() {
        var kinds = new ArrayList<String>();
        if (territory.findCity().isPresent()) {
            territory.getCity().levels().stream().map(Level::code).forEach(kinds::add);
        }
        kinds.addAll(AssessedSubjects.PUBLISHED_ORGANISATIONS);
        return kinds;
    }

    /// The newest first.
    public List<Row> list() {
        return months.list().stream().filter(row -> row.state() == MonthState.PUBLISHED).toList();
    }

    /// Refused with `appraisal.not-published`.
    public Row get(YearMonth month) {
        return months.find(month)
                .filter(row -> row.state() == MonthState.PUBLISHED)
                .orElseThrow(() ->
                        new RefusedException(
                                "appraisal.not-published",
                                "The assessment of (%s) is not published.".formatted(month),
                                "Choose one of the list."));
    }

    public Signed getSheet(YearMonth month) {
        get(month);
        return tables.findSheet(month, FINAL).orElseThrow(() -> MonthProcedure.unknown(month));
    }

    /// The published tables, in the order of their kinds.
    public List<Kept> listTables(YearMonth month) {
        get(month);
        return listOpen(month, FINAL);
    }

    /// Tables of a version that are not about people.
    List<Kept> listOpen(YearMonth month, int version) {
        var open = listKinds();
        return tables.list(month, version).stream()
                .filter(table -> open.contains(table.kind()))
                .sorted(Comparator.comparingInt((Kept table) -> open.indexOf(table.kind())))
                .toList();
    }

    /// The final table of a kind, once its month is published.
    Optional<Kept> findFinal(YearMonth month, String kind) {
        return months.find(month)
                .filter(row -> row.state() == MonthState.PUBLISHED)
                .flatMap(_ -> findTable(month, kind));
    }

    public Optional<Kept> findTable(YearMonth month, String kind) {
        return listTables(month).stream().filter(table -> table.kind().equals(kind)).findFirst();
    }

    public static MarkTable marks(Kept table) {
        return MarkLines.read(table.marks());
    }

    /// Whether the digests are those of the tables and the signature is that of the key.
    public boolean isSigned(YearMonth month) {
        return verifying.isSigned(month, FINAL, getSheet(month), tables.list(month, FINAL));
    }
}
