package city.gewu.signin.model;

import city.gewu.platform.Refusal;
import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.StandardKeyboards;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.ZxcvbnBuilder;
import com.nulabinc.zxcvbn.matchers.Dictionary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a password must be: long enough, new, and not among those tried first. Leaked passwords,
/// what people make of them (`P@ssw0rd2026`), rows of keys, dates, and words of this place such as
/// the username are all guessed early; a password that takes fewer guesses than an attacker has in
/// a lifetime at the gate is refused. No rule asks for kinds of characters (NIST SP 800-63B).
public final class PasswordRules {

    public static final int SHORTEST = 10;
    public static final int LONGEST = 128;

    /// The gate lets strangers guess 1,460 times a day: this is two centuries of it.
    private static final double FEWEST_GUESSES = 1e8;

    /// An estimate for more characters than these takes long and says nothing new.
    private static final int ESTIMATED = 40;

    /// Words of the product, in lower case as every dictionary is.
    private static final List<String> OF_THE_PRODUCT =
            List.of("gewu", "格物", "chengguan", "城管", "chengshi", "wangge", "网格");

    /// Favourites where Chinese is spoken, which the list of leaked passwords has few of.
    private static final List<String> CHINESE_FAVOURITES =
            List.of(
                    "woaini",
                    "woaini1314",
                    "woaini520",
                    "5201314",
                    "1314520",
                    "520520",
                    "1314521",
                    "7758521",
                    "147258369",
                    "123123",
                    "111222",
                    "112233",
                    "a123456",
                    "aa123456",
                    "qq123456",
                    "q123456",
                    "abc123456",
                    "zxc123456",
                    "asd123456",
                    "wo123456",
                    "zhongguo",
                    "beijing",
                    "shanghai",
                    "guangzhou",
                    "shenzhen",
                    "admin888",
                    "xiaoming",
                    "wangwei",
                    "zhangwei",
                    "liwei",
                    "mima",
                    "mima123",
                    "denglu",
                    "guanliyuan",
                    "nihao",
                    "nihao123",
                    "shabi",
                    "caonima",
                    "taobao",
                    "weixin");

    private static @Nullable Zxcvbn estimator;

    private PasswordRules() {}

    /// @param words of this place, such as the username and the name of the city
    public static Optional<Refusal> check(List<String> words, String current, String next) {
        if (next.codePointCount(0, next.length()) < SHORTEST || next.length() > LONGEST) {
            return bad(
                    "The new password must have %d to %d characters.".formatted(SHORTEST, LONGEST));
        }
        if (next.equals(current)) {
            return bad("The new password is the old one.");
        }
        var known = Stream.concat(words.stream(), OF_THE_PRODUCT.stream()).toList();
        String plain = next.toLowerCase(Locale.ROOT);
        var contained =
                words.stream()
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .filter(word -> isTelling(word) && plain.contains(word))
                        .findFirst();
        if (contained.isPresent()) {
            return bad(
                    "The new password contains a word of this place (%s)."
                            .formatted(contained.get()));
        }
        var estimate =
                estimator()
                        .measure(
                                next.substring(0, Math.min(next.length(), ESTIMATED)),
                                known.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList());
        if (estimate.getGuesses() < FEWEST_GUESSES) {
            return bad("The new password is among those that are tried first.");
        }
        return Optional.empty();
    }

    /// Two or three letters are in many passwords by chance; two Chinese characters are not.
    private static boolean isTelling(String word) {
        int shortest = word.codePoints().allMatch(Character::isIdeographic) ? 2 : 4;
        return word.length() >= shortest;
    }

    private static synchronized Zxcvbn estimator() {
        var known = estimator;
        if (known == null) {
            try {
                known =
                        new ZxcvbnBuilder()
                                .dictionaries(StandardDictionaries.loadAllDictionaries())
                                .dictionary(new Dictionary("chinese", CHINESE_FAVOURITES))
                                .keyboards(StandardKeyboards.loadAllKeyboards())
                                .build();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            estimator = known;
        }
        return known;
    }

    private static Optional<Refusal> bad(String detail) {
        return Optional.of(
                new Refusal(
                        "signin.bad-password",
                        detail,
                        "Choose a few words that only you would put together."));
    }
}
