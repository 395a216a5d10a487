package city.gewu.engagement.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What somebody follows a report by (查询码): ten characters that are told apart when read out, 48
/// bits that nobody guesses.
///
/// @param value without the dash that people see in its middle
public record FollowCode(String value) {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 10;

    /// Of the mark, for each character.
    private static final int DIGITS = 6;

    private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
    private static final Pattern DECORATION = Pattern.compile("[\\s-]");

    /// The code that a keyed mark of a report stands for: whoever has the key can tell it again, so
    /// that it need not be kept.
    ///
    /// @param mark at least 60 hexadecimal digits
    public static FollowCode from(String mark) {
        var code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            int part = Integer.parseInt(mark, i * DIGITS, (i + 1) * DIGITS, 16);
            code.append(ALPHABET.charAt(part % ALPHABET.length()));
        }
        return new FollowCode(code.toString());
    }

    /// The code behind what somebody typed; empty when it is none.
    public static Optional<FollowCode> find(String typed) {
        var plain = DECORATION.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
        return SHAPE.matcher(plain).matches()
                ? Optional.of(new FollowCode(plain))
                : Optional.empty();
    }

    /// What a log or a failure may show of it.
    @Override
    public String toString() {
        return "FollowCode[***]";
    }

    /// As people see it: `7KQ2M-XW9DA`.
    public String shown() {
        return value.substring(0, LENGTH / 2) + "-" + value.substring(LENGTH / 2);
    }
}
