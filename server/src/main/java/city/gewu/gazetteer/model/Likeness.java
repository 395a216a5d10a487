package city.gewu.gazetteer.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// How alike two names are: the share of characters and of pairs of characters they have in common,
/// so that a wrong or a missing one does little.
public final class Likeness {

    private static final Pattern GAP = Pattern.compile("[\\s·()（）]+");

    private final Map<String, Integer> parts;
    private final int size;

    private Likeness(List<String> parts) {
        this.parts = new HashMap<>();
        parts.forEach(part -> this.parts.merge(part, 1, Integer::sum));
        this.size = parts.size();
    }

    public static Likeness of(String text) {
        var plain = text.toLowerCase(Locale.ROOT);
        var parts = new ArrayList<String>();
        for (var run : (Iterable<String>) GAP.splitAsStream(plain)::iterator) {
            int[] characters = run.codePoints().toArray();
            for (int i = 0; i < characters.length; i++) {
                parts.add(Character.toString(characters[i]));
                if (i > 0) {
                    parts.add(new String(characters, i - 1, 2));
                }
            }
        }
        return new Likeness(parts);
    }

    /// From 0, nothing in common, to 1, the same.
    public double to(Likeness other) {
        return size + other.size == 0 ? 0 : 2.0 * common(other) / (size + other.size);
    }

    /// How much of the other is in this one, from 0 to 1.
    public double holds(Likeness other) {
        return other.size == 0 ? 0 : (double) common(other) / other.size;
    }

    private int common(Likeness other) {
        int common = 0;
        for (var part : parts.entrySet()) {
            common += Math.min(part.getValue(), other.parts.getOrDefault(part.getKey(), 0));
        }
        return common;
    }
}
