package city.gewu.signin.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class PasswordRulesTest {

    @Test
    void aLongUnusualPasswordIsAccepted() {
        assertThat(PasswordRules.check("wang", "old", "blue tram 7 heron")).isEmpty();
        assertThat(PasswordRules.check("wang", "old", "城管智慧平台今天天气很好")).isEmpty();
    }

    @Test
    void shortSameCommonRepeatedAndOwnNameAreRefused() {
        assertRefused("wang", "old", "short one");
        assertRefused("wang", "blue tram 7 heron", "blue tram 7 heron");
        assertRefused("wang", "old", "Qwerty123456");
        assertRefused("wang", "old", "aaaaaaaaaaaa");
        assertRefused("wang", "old", "iamWang-and-nobody");
        assertRefused("wang", "old", "ab1".repeat(60));
    }

    @Test
    void oneTimePasswordsAreReadableAndNeverTheSame() {
        var random = new SecureRandom();
        var seen = new HashSet<String>();
        for (int i = 0; i < 1000; i++) {
            String password = OneTimePasswords.next(random);
            assertThat(password).matches("[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){3}");
            seen.add(password);
        }
        assertThat(seen).hasSize(1000);
    }

    private static void assertRefused(String username, String current, String next) {
        assertThat(PasswordRules.check(username, current, next))
                .hasValueSatisfying(
                        refusal -> assertThat(refusal.code()).isEqualTo("signin.bad-password"));
    }
}
