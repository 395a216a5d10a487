package city.gewu.exchange.usecase;

import city.gewu.exchange.model.CaseMapping;
import city.gewu.platform.RefusedException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Compares a file's column names with those the mapping reads, before the first row is.
final class HeaderCheck {

    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

    private HeaderCheck() {}

    /// Position of each column by name.
    static Map<String, Integer> check(Path file, List<String> header, CaseMapping mapping) {
        var missing =
                mapping.columns().stream().filter(column -> !header.contains(column)).toList();
        if (!missing.isEmpty()) {
            refuseOtherDelimiter(file, header, mapping);
            throw new RefusedException(
                    "exchange.missing-column",
                    "The file (%s) lacks the columns (%s); it has (%s)."
                            .formatted(file, String.join(", ", missing), String.join(", ", header)),
                    "Export it with those columns, or correct their names under cases in the city"
                            + " file.");
        }
        refuseDoubles(file, header, mapping);
        var columns = new HashMap<String, Integer>();
        for (int at = 0; at < header.size(); at++) {
            columns.putIfAbsent(header.get(at), at);
        }
        return Map.copyOf(columns);
    }

    private static void refuseOtherDelimiter(Path file, List<String> header, CaseMapping mapping) {
        var line = String.join(String.valueOf(mapping.delimiter()), header);
        for (char other : DELIMITERS) {
            var names = List.of(line.split("\\Q" + other + "\\E"));
            boolean fits =
                    mapping.columns().stream().filter(names::contains).count()
                            > mapping.columns().stream().filter(header::contains).count();
            if (other != mapping.delimiter() && fits) {
                throw new RefusedException(
                        "exchange.bad-delimiter",
                        "The columns of the file (%s) are parted by (%s), not by (%s)."
                                .formatted(file, shown(other), shown(mapping.delimiter())),
                        "Set cases.delimiter to \"%s\" in the city file, or export with the other."
                                .formatted(shown(other)));
            }
        }
    }

    private static void refuseDoubles(Path file, List<String> header, CaseMapping mapping) {
        var doubles =
                mapping.columns().stream()
                        .filter(column -> Collections.frequency(header, column) > 1)
                        .toList();
        if (!doubles.isEmpty()) {
            throw new RefusedException(
                    "exchange.bad-header",
                    "The file (%s) has the columns (%s) more than once."
                            .formatted(file, String.join(", ", doubles)),
                    "Leave one column of each name.");
        }
    }

    private static String shown(char delimiter) {
        return delimiter == '\t' ? "\\t" : String.valueOf(delimiter);
    }
}
