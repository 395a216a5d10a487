package city.gewu.audit.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a request is called in the log: the fixed words of its address and what its method does to
/// them. `POST /api/cases/{id}/commands` is `cases.commands.create`.
public final class ActionName {

    private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");

    private ActionName() {}

    /// @param pattern the address as the application knows it, with its variables in braces
    public static String of(String method, String pattern) {
        return words(pattern).stream().collect(Collectors.joining(".", "", "." + verb(method)));
    }

    /// A request to an address the application does not know.
    public static String ofUnknown(String method) {
        return "unknown-address." + verb(method);
    }

    private static List<String> words(String pattern) {
        return Arrays.stream(pattern.split("/", -1))
                .filter(part -> !part.isEmpty() && !part.equals("api") && !part.startsWith("{"))
                .map(part -> part.toLowerCase(Locale.ROOT))
                .map(part -> NO_WORD.matcher(part).replaceAll("-"))
                .map(part -> part.replaceAll("^-|-$", ""))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String verb(String method) {
        return switch (method) {
            case "POST" -> "create";
            case "PUT", "PATCH" -> "change";
            case "DELETE" -> "delete";
            case "GET", "HEAD" -> "read";
            default -> "try";
        };
    }
}
