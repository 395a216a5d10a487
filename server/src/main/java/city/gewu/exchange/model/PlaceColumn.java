package city.gewu.exchange.model;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A column that names the unit of a level itself.
///
/// @param depth of the level, 1 for the whole city
/// @param pattern every spelling of the code, as a whole
/// @param code the code in its one spelling, with the groups of the pattern in braces: `{1}`, or
///   `{1:02}` to fill up with zeros to two digits
public record PlaceColumn(int depth, String level, String column, Pattern pattern, String code) {

    private static final Pattern GROUP = Pattern.compile("\\{(\\d)(?::0(\\d))?\\}");

    public PlaceColumn {
        int groups = pattern.matcher("").groupCount();
        if (GROUP.matcher(code).results().anyMatch(g -> Integer.parseInt(g.group(1)) > groups)) {
            throw new IllegalArgumentException(
                    "The code (%s) names a group that the pattern (%s) does not have."
                            .formatted(code, pattern));
        }
    }

    /// The code in its one spelling; empty when the text is no spelling of a code.
    public Optional<String> findCode(String text) {
        var spelling = pattern.matcher(text);
        return spelling.matches()
                ? Optional.of(GROUP.matcher(code).replaceAll(group -> filled(group, spelling)))
                : Optional.empty();
    }

    private static String filled(MatchResult group, Matcher spelling) {
        var text = Optional.ofNullable(spelling.group(Integer.parseInt(group.group(1)))).orElse("");
        int width = group.group(2) == null ? 0 : Integer.parseInt(group.group(2));
        return Matcher.quoteReplacement("0".repeat(Math.max(0, width - text.length())) + text);
    }
}
