package city.gewu.gazetteer.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// What somebody typed to find a place.
///
/// @param words without `与`, `路口` and the like
/// @param crossing whether two roads are meant
public record TypedPlace(String words, boolean crossing) {

    private static final Pattern ENDING =
            Pattern.compile("(?:交叉路口|交叉口|交汇处|交会处|十字路口|路口|交界处|crossing|intersection)");
    private static final Pattern BETWEEN =
            Pattern.compile("(?<=[路街道巷])\\s*[与和跟及/&+、]\\s*|\\s+(?:and|&|/|@)\\s+");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    public static TypedPlace of(String typed) {
        var plain =
                Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
        var named = ENDING.matcher(plain).replaceAll("");
        var words = BETWEEN.matcher(named).replaceAll(" ");
        boolean crossing = !words.equals(plain);
        return new TypedPlace(SPACE.matcher(words).replaceAll(" ").strip(), crossing);
    }
}
