package city.gewu.engagement.model;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// What somebody follows a report by (查询码): ten characters that are told apart when read out, 48
/// bits that nobody guesses.
///
/// @param value without the dash that people see in its middle
public record FollowCode(String value) {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 10;
    private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
    private static final Pattern DECORATION = Pattern.compile("[\\s-]");

    public static FollowCode draw(RandomGenerator random) {
        var code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
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

    /// As people see it: `7KQ2M-XW9DA`.
    public String shown() {
        return value.substring(0, LENGTH / 2) + "-" + value.substring(LENGTH / 2);
    }
}
