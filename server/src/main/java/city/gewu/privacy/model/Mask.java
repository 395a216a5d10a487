package city.gewu.privacy.model;

import city.gewu.privacy.PersonalData;
import city.gewu.privacy.PhoneNumber;
import java.util.Map;
import java.util.TreeMap;

/// What everybody may see of personal data.
public final class Mask {

    private static final String HIDDEN = "***";

    private Mask() {}

    public static Map<String, String> of(Map<String, String> fields) {
        var masked = new TreeMap<String, String>();
        fields.forEach((name, value) -> masked.put(name, of(name, value)));
        return masked;
    }

    private static String of(String field, String value) {
        return switch (field) {
            case PersonalData.NAME -> name(value);
            case PersonalData.PHONE ->
                    PhoneNumber.find(value).map(PhoneNumber::masked).orElse(HIDDEN);
            default -> HIDDEN;
        };
    }

    /// The first character and two stars, however long the name is. A name of one character is
    /// hidden whole.
    private static String name(String name) {
        String plain = name.strip();
        return plain.codePointCount(0, plain.length()) < 2
                ? HIDDEN
                : Character.toString(plain.codePointAt(0)) + "**";
    }
}
