package city.gewu.privacy;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/// A phone number in the one way it is kept and found (电话号码): digits alone, a mobile without the
/// country's prefix, a landline with its area code, a foreign number behind a plus.
public record PhoneNumber(String digits) {

    private static final Pattern DECORATION = Pattern.compile("[\\s()\\-.·]");
    private static final Pattern HOME_PREFIX = Pattern.compile("^(?:\\+86|0086|86(?=1\\d{10}$))");
    private static final Pattern MOBILE = Pattern.compile("1\\d{10}");
    private static final Pattern LANDLINE = Pattern.compile("0[1-9]\\d{8,10}");
    private static final Pattern LOCAL = Pattern.compile("[2-8]\\d{6,7}");
    private static final Pattern FOREIGN = Pattern.compile("\\+[1-9]\\d{6,14}");

    /// The number behind what somebody typed; empty when it is none.
    public static Optional<PhoneNumber> find(String typed) {
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        plain = DECORATION.matcher(plain).replaceAll("");
        var digits = HOME_PREFIX.matcher(plain).replaceFirst("");
        if (plain.length() != digits.length() && LANDLINE.matcher("0" + digits).matches()) {
            digits = MOBILE.matcher(digits).matches() ? digits : "0" + digits;
        }
        boolean known =
                MOBILE.matcher(digits).matches()
                        || LANDLINE.matcher(digits).matches()
                        || LOCAL.matcher(digits).matches()
                        || FOREIGN.matcher(digits).matches();
        return known ? Optional.of(new PhoneNumber(digits)) : Optional.empty();
    }

    /// `138****5678`; of a landline its area code and the last two digits.
    public String masked() {
        if (MOBILE.matcher(digits).matches()) {
            return digits.substring(0, 3) + "****" + digits.substring(7);
        }
        return digits.substring(0, shownFirst()) + "****" + digits.substring(digits.length() - 2);
    }

    private int shownFirst() {
        return switch (digits.charAt(0)) {
            case '0' -> digits.charAt(1) <= '2' ? 3 : 4;
            case '+' -> 3;
            default -> 0;
        };
    }

    /// What a log or a failure may show of it.
    @Override
    public String toString() {
        return masked();
    }
}
