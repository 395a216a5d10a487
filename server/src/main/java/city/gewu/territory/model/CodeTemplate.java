package city.gewu.territory.model;

import city.gewu.platform.RefusedException;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text with property names in braces, filled from a feature: `第{WARD}选区`, `{WARD:02}` filled up
/// with zeros to two digits, `{WARD_PRECINCT:0..2}` cut to its first two characters.
public record CodeTemplate(String text) {

    private static final Pattern BRACES =
            Pattern.compile("\\{([^{}:]+)(?::(?:0(\\d)|(\\d+)\\.\\.(\\d*)))?}");

    /// @throws RefusedException `territory.bad-template` when its braces cannot be read
    public CodeTemplate {
        String rest = BRACES.matcher(text).replaceAll("");
        if (rest.contains("{") || rest.contains("}")) {
            throw new RefusedException(
                    "territory.bad-template",
                    "The template (%s) has braces that cannot be read.".formatted(text),
                    "Write {PROPERTY}, {PROPERTY:02} or {PROPERTY:0..2}.");
        }
    }

    /// The text for one feature; refused with `territory.missing-property` when it lacks one.
    ///
    /// @param where names the feature in the message
    public String fill(Map<String, String> properties, String where) {
        return BRACES.matcher(text)
                .replaceAll(braces ->
                        Matcher.quoteReplacement(
                                shape(value(braces.group(1), properties, where), braces)));
    }

    private static String value(String name, Map<String, String> properties, String where) {
        String value = properties.get(name);
        if (value == null) {
            throw new RefusedException(
                    "territory.missing-property",
                    "%s has no property (%s); it has (%s)."
                            .formatted(where, name, String.join(", ", properties.keySet())),
                    "Name one of the properties it has in the template of this level.");
        }
        return value.strip();
    }

    private static String shape(String value, MatchResult braces) {
        if (braces.group(2) != null) {
            int width = Integer.parseInt(braces.group(2));
            return "0".repeat(Math.max(0, width - value.length())) + value;
        }
        if (braces.group(3) != null) {
            int from = Math.min(value.length(), Integer.parseInt(braces.group(3)));
            String end = braces.group(4);
            int to = end.isEmpty() ? value.length() : Integer.parseInt(end);
            return value.substring(from, Math.clamp(to, from, value.length()));
        }
        return value;
    }
}
