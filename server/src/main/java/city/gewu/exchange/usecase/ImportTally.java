package city.gewu.exchange.usecase;

import city.gewu.exchange.Exchange.CaseImport;
import city.gewu.exchange.model.Verdict.Comparison;
import city.gewu.exchange.store.ImportRunStore.Counts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts of one import run.
final class ImportTally {

    private long read;
    private long added;
    private long alreadyThere;
    private long rejectedRows;
    private final Map<String, Long> flagged = new TreeMap<>();
    private final Map<String, Long> rejected = new TreeMap<>();
    private final Map<String, long[]> samePlace = new TreeMap<>();

    void read() {
        read++;
    }

    long rows() {
        return read;
    }

    void added() {
        added++;
    }

    void alreadyThere() {
        alreadyThere++;
    }

    void rejected(String code) {
        rejectedRows++;
        rejected.merge(code, 1L, Long::sum);
    }

    /// A row that is kept, now or since an earlier run.
    void kept(List<String> flags, List<Comparison> comparisons) {
        flags.forEach(flag -> flagged.merge(flag, 1L, Long::sum));
        for (var comparison : comparisons) {
            var counts = samePlace.computeIfAbsent(comparison.level(), _ -> new long[2]);
            counts[0] += comparison.agrees() ? 1 : 0;
            counts[1]++;
        }
    }

    Counts counts() {
        return new Counts(read, added, alreadyThere, rejectedRows);
    }

    CaseImport result(Path rejectsFile, double seconds) {
        return new CaseImport(
                read, added, alreadyThere, flagged, rejected, samePlace, rejectsFile, seconds);
    }
}
