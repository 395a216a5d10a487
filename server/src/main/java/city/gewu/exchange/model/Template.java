package city.gewu.exchange.model;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text with column names in braces, `{street}, {house}`, filled in row by row. White space is
/// brought to single spaces.
public record Template(String text) {

    private static final Pattern COLUMN = Pattern.compile("\\{([^{}]+)\\}");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    public List<String> columns() {
        return COLUMN.matcher(text).results().map(column -> column.group(1)).toList();
    }

    public String fill(UnaryOperator<String> values) {
        return squeeze(
                COLUMN.matcher(text)
                        .replaceAll(
                                column -> Matcher.quoteReplacement(values.apply(column.group(1)))));
    }

    /// Text without white space around it and with single spaces inside.
    public static String squeeze(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }
}
