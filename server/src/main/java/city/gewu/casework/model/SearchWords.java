package city.gewu.casework.model;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Words of a text, for the index and for what a person types. A run of Chinese characters becomes
/// its pairs of neighbours and its last character, so that any word of two characters or more is
/// found without a dictionary; everything else becomes words in lower case. 路灯不亮 Elm St gives 路灯,
/// 灯不, 不亮, 亮, elm, st.
public final class SearchWords {

    private static final int LONGEST = 64;
    private static final int MOST_TYPED = 32;

    private SearchWords() {}

    /// The words of a text, separated by blanks: what PostgreSQL reads as a `tsvector`.
    public static String index(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (String run : runs(text)) {
            if (!isHan(run.codePointAt(0))) {
                words.add(run);
                continue;
            }
            int[] signs = run.codePoints().toArray();
            for (int i = 0; i + 1 < signs.length; i++) {
                words.add(new String(signs, i, 2));
            }
            words.add(new String(signs, signs.length - 1, 1));
        }
        return String.join(" ", words);
    }

    /// What a person typed, as a `tsquery`: every word must be there; the beginning of a Latin word
    /// or of a pair is enough. Empty when nothing searchable was typed.
    public static Optional<String> query(String typed) {
        Set<String> terms = new LinkedHashSet<>();
        for (String run : runs(typed)) {
            int[] signs = run.codePoints().toArray();
            if (!isHan(signs[0]) || signs.length == 1) {
                terms.add(run + ":*");
                continue;
            }
            for (int i = 0; i + 1 < signs.length; i++) {
                terms.add(new String(signs, i, 2));
            }
        }
        return terms.isEmpty()
                ? Optional.empty()
                : Optional.of(terms.stream().limit(MOST_TYPED).collect(Collectors.joining(" & ")));
    }

    /// Runs of one kind: Chinese characters, or letters and digits of any other script.
    private static List<String> runs(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var runs = new ArrayList<String>();
        int start = 0;
        int kind = 0;
        for (int i = 0; i <= plain.length(); ) {
            int sign = i < plain.length() ? plain.codePointAt(i) : ' ';
            int next = kind(sign);
            if (next != kind) {
                if (kind != 0) {
                    runs.add(plain.substring(start, kind == 1 ? shortened(start, i) : i));
                }
                start = i;
                kind = next;
            }
            i += Character.charCount(sign);
        }
        return runs;
    }

    /// A word longer than any real one is cut; both sides cut alike, so it is still found.
    private static int shortened(int start, int end) {
        return Math.min(end, start + LONGEST);
    }

    private static int kind(int sign) {
        if (isHan(sign)) {
            return 2;
        }
        return Character.isLetterOrDigit(sign) ? 1 : 0;
    }

    private static boolean isHan(int sign) {
        return sign >= 0x2E80 && Character.isIdeographic(sign);
    }
}
