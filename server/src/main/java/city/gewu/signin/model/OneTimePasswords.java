package city.gewu.signin.model;

import java.security.SecureRandom;

/// Passwords to be read from a sheet of paper, typed once and changed: sixteen characters in groups
/// of four, none of which looks like another; 78 bits of chance.
public final class OneTimePasswords {

    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 4;

    private OneTimePasswords() {}

    public static String next(SecureRandom random) {
        var password = new StringBuilder();
        for (int group = 0; group < GROUPS; group++) {
            if (group > 0) {
                password.append('-');
            }
            for (int i = 0; i < GROUP_LENGTH; i++) {
                password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
        }
        return password.toString();
    }
}
