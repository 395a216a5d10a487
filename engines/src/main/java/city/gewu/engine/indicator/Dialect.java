package city.gewu.engine.indicator;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The SQL a definition may use: what PostgreSQL, DuckDB and Spark read alike. Integers in and out;
/// no division, no function, no text, no comment, so that engines cannot differ and a definition
/// cannot reach beyond its source.
final class Dialect {

    private static final Pattern WORD =
            Pattern.compile("\\s*(:?[a-zA-Z][a-zA-Z_0-9]*|\\d+|<>|<=|>=|[<>=+*()-])\\s*");
    private static final Set<String> KEYWORDS =
            Set.of("case", "when", "then", "else", "end", "and", "or", "not", "is", "null");
    private static final Set<String> PLACEHOLDERS = Set.of(":from", ":to", ":now");

    private Dialect() {}

    /// The expression on one line.
    ///
    /// @throws IllegalArgumentException when it says something else, naming the word and its place
    static String check(String where, String sql, Set<String> columns) {
        String line = sql.strip().replaceAll("\\s+", " ");
        if (line.isEmpty() || line.contains("--")) {
            throw refused(where, line, 0);
        }
        var words = WORD.matcher(line);
        int at = 0;
        int depth = 0;
        while (at < line.length()) {
            words.region(at, line.length());
            if (!words.lookingAt() || !isKnown(words.group(1), columns)) {
                throw refused(where, line, at);
            }
            depth += depth(words.group(1));
            if (depth < 0) {
                throw refused(where, line, at);
            }
            at = words.end();
        }
        if (depth != 0) {
            throw refused(where, line, at);
        }
        return line;
    }

    private static int depth(String word) {
        return switch (word) {
            case "(" -> 1;
            case ")" -> -1;
            default -> 0;
        };
    }

    private static boolean isKnown(String word, Set<String> columns) {
        if (word.startsWith(":")) {
            return PLACEHOLDERS.contains(word);
        }
        return !Character.isLetter(word.charAt(0))
                || KEYWORDS.contains(word.toLowerCase(Locale.ROOT))
                || columns.contains(word);
    }

    private static IllegalArgumentException refused(String where, String sql, int at) {
        return new IllegalArgumentException(
                "The %s cannot be read at (%s): use case-when over the columns of its source, :from, :to, :now and integers."
                        .formatted(where, sql.substring(at)));
    }
}
