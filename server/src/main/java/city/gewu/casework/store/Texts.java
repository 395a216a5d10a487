package city.gewu.casework.store;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Values as text that PostgreSQL reads back the same.
final class Texts {

    private Texts() {}

    /// PostgreSQL keeps no NUL, and half a surrogate pair has no UTF-8.
    static String checked(String column, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || (Character.isSurrogate(c) && !paired(text, i))) {
                throw new IllegalArgumentException(
                        "The text for (%s) has a character at (%d) that cannot be kept."
                                .formatted(column, i));
            }
        }
        return text;
    }

    private static boolean paired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }

    /// An element that is null was never written by us; it reads as a text we never write.
    static List<String> list(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray())
                .map(element -> Objects.toString(element, "\0"))
                .toList();
    }

    static long micros(Instant moment) {
        return Math.addExact(
                Math.multiplyExact(moment.getEpochSecond(), 1_000_000L), moment.getNano() / 1000);
    }

    /// `{"a","b"}`
    static String array(List<?> texts) {
        if (texts.isEmpty()) {
            return "{}";
        }
        var array = new StringBuilder("{");
        for (var text : texts) {
            if (array.length() > 1) {
                array.append(',');
            }
            quote(array, text.toString());
        }
        return array.append('}').toString();
    }

    static void quote(StringBuilder into, String text) {
        into.append('"');
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                into.append(text, from, i).append('\\');
                from = i;
            }
        }
        into.append(text, from, text.length()).append('"');
    }
}
