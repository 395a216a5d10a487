package city.gewu.cli;

import city.gewu.exchange.Exchange.CaseImport;
import java.util.TreeMap;

/// What an import of cases says when it is done.
final class CaseImportReport {

    private CaseImportReport() {}

    static void print(CaseImport done) {
        long rejected = done.rejected().values().stream().mapToLong(Long::longValue).sum();
        Console.line(
                Words.get(
                        "cases.done",
                        done.read(),
                        done.added(),
                        done.alreadyThere(),
                        rejected,
                        done.seconds(),
                        done.read() / Math.max(done.seconds(), 1e-3)));
        new TreeMap<>(done.flagged())
                .forEach((flag, count) -> Console.line(Words.get("cases.flagged", flag, count)));
        new TreeMap<>(done.rejected())
                .forEach((code, count) -> Console.line(Words.get("cases.rejected", code, count)));
        new TreeMap<>(done.samePlace())
                .forEach((level, share) ->
                        Console.line(
                                Words.get(
                                        "cases.same-place",
                                        level,
                                        share[0],
                                        share[1],
                                        100.0 * share[0] / Math.max(share[1], 1))));
        if (rejected > 0) {
            Console.line(Words.get("cases.rejects-file", done.rejectsFile()));
        }
    }
}
