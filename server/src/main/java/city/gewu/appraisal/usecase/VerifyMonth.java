package city.gewu.appraisal.usecase;

import city.gewu.appraisal.AssessedMonths.Verified;
import city.gewu.appraisal.model.FactSheet;
import city.gewu.appraisal.model.FactSheet.Exempted;
import city.gewu.appraisal.model.MonthSheet;
import city.gewu.appraisal.store.MarkAppealStore;
import city.gewu.appraisal.store.MonthTableStore;
import city.gewu.appraisal.store.MonthTableStore.Kept;
import city.gewu.appraisal.store.MonthTableStore.Signed;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Computes what was kept of a month again: the facts from what had happened until then, the marks
/// from the facts, the sheet from the tables, and its signature.
@Component
class VerifyMonth {

    private final MonthTableStore tables;
    private final MarkAppealStore appeals;
    private final ComputeMonth compute;
    private final SigningKeys keys;

    VerifyMonth(
            MonthTableStore tables,
            MarkAppealStore appeals,
            ComputeMonth compute,
            SigningKeys keys) {
        this.tables = tables;
        this.appeals = appeals;
        this.compute = compute;
        this.keys = keys;
    }

    List<Verified> verify(YearMonth month) {
        var found = new ArrayList<Verified>();
        Map<String, byte[]> again = new HashMap<>();
        for (int version = 1; version <= 2; version++) {
            var signed = tables.findSheet(month, version);
            if (signed.isPresent()) {
                found.addAll(verify(month, version, signed.get(), again));
            }
        }
        if (found.isEmpty()) {
            throw MonthProcedure.unknown(month);
        }
        return found;
    }

    private List<Verified> verify(
            YearMonth month, int version, Signed signed, Map<String, byte[]> again) {
        var kept = tables.list(month, version);
        boolean whole = isSigned(month, version, signed, kept);
        return kept.stream()
                .map(table -> {
                    byte[] facts =
                            again.computeIfAbsent(
                                    table.kind(),
                                    kind ->
                                            compute.readFacts(kind, month, signed.asOf())
                                                    .canonicalBytes());
                    return verify(month, version, table, facts, whole);
                })
                .toList();
    }

    private Verified verify(
            YearMonth month, int version, Kept table, byte[] facts, boolean signature) {
        byte[] marks = recompute(month, version, table, facts);
        return new Verified(
                table.kind(),
                version,
                Arrays.equals(facts, table.facts()),
                Arrays.equals(marks, table.marks()),
                signature,
                MonthSheet.digest(table.marks()),
                MonthSheet.digest(marks));
    }

    private byte[] recompute(YearMonth month, int version, Kept table, byte[] facts) {
        List<Exempted> exempted =
                version == 1 ? List.of() : appeals.listExempted(month, table.kind());
        return compute.marks(table, FactSheet.read(facts), exempted);
    }

    /// The marks of one kind, computed from what had happened.
    byte[] recompute(YearMonth month, int version, String kind) {
        var signed =
                tables.findSheet(month, version).orElseThrow(() -> MonthProcedure.unknown(month));
        var table =
                tables.list(month, version).stream()
                        .filter(one -> one.kind().equals(kind))
                        .findFirst()
                        .orElseThrow(() -> MonthProcedure.unknown(month));
        return recompute(
                month,
                version,
                table,
                compute.readFacts(kind, month, signed.asOf()).canonicalBytes());
    }

    /// Whether the sheet says what the tables are, and its key signed it.
    boolean isSigned(YearMonth month, int version, Signed signed, List<Kept> kept) {
        var sheet =
                new MonthSheet(
                                month,
                                version,
                                signed.asOf(),
                                kept.stream()
                                        .map(ComputeMonth::table)
                                        .sorted(Comparator.comparing(MonthSheet.Table::kind))
                                        .toList())
                        .canonicalBytes();
        return Arrays.equals(sheet, signed.sheet())
                && keys.isSignedBy(signed.key(), signed.sheet(), signed.signature());
    }
}
