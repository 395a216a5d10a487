package city.gewu.signin.model;

import city.gewu.platform.Refusal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a password must be: long enough, new, and not among those tried first.
public final class PasswordRules {

    public static final int SHORTEST = 10;
    public static final int LONGEST = 128;

    /// Long passwords that open the lists of leaked ones. Shorter ones are refused by their length.
    private static final Set<String> COMMON =
            Set.of(
                    "1234567890",
                    "0123456789",
                    "9876543210",
                    "0987654321",
                    "12345678910",
                    "123456789a",
                    "a123456789",
                    "1q2w3e4r5t",
                    "1qaz2wsx3edc",
                    "1qazxsw23edc",
                    "1234qwerasdf",
                    "qwertyuiop",
                    "qwerty123456",
                    "qwerty12345",
                    "qwertyuiop123",
                    "asdfghjkl123",
                    "asdfghjkl;",
                    "zxcvbnm123",
                    "abcdefghij",
                    "abcd123456",
                    "abc1234567",
                    "abcdef1234",
                    "password12",
                    "password123",
                    "password1234",
                    "passw0rd123",
                    "p@ssw0rd123",
                    "p@ssword123",
                    "password01",
                    "welcome123",
                    "welcome1234",
                    "letmein123",
                    "admin12345",
                    "admin123456",
                    "administrator",
                    "root123456",
                    "test123456",
                    "iloveyou123",
                    "woaini1314",
                    "woaini1314520",
                    "woaini520520",
                    "5201314520",
                    "1314520520",
                    "qq123456789",
                    "a1234567890",
                    "aa12345678",
                    "aa123456789",
                    "zhongguo123",
                    "changeme123",
                    "chengguan123",
                    "jingmen123");

    private PasswordRules() {}

    public static Optional<Refusal> check(String username, String current, String next) {
        if (next.codePointCount(0, next.length()) < SHORTEST || next.length() > LONGEST) {
            return bad(
                    "The new password must have %d to %d characters.".formatted(SHORTEST, LONGEST));
        }
        if (next.equals(current)) {
            return bad("The new password is the old one.");
        }
        String plain = next.toLowerCase(Locale.ROOT);
        if (COMMON.contains(plain) || plain.chars().distinct().count() < 4) {
            return bad("The new password is among those that are tried first.");
        }
        if (plain.contains(username.toLowerCase(Locale.ROOT))) {
            return bad("The new password contains the username.");
        }
        return Optional.empty();
    }

    private static Optional<Refusal> bad(String detail) {
        return Optional.of(
                new Refusal(
                        "signin.bad-password",
                        detail,
                        "Choose a few words that only you would put together."));
    }
}
