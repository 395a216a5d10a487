package city.gewu.signin.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    @Test
    void aLongUnusualPasswordIsAccepted() {
        assertThat(PasswordRules.check(PLACE, "old", "blue tram 7 heron")).isEmpty();
        assertThat(PasswordRules.check(PLACE, "old", "城管智慧平台今天天气很好")).isEmpty();
    }

    private static final List<String> PLACE = List.of("wang", "JM", "荆门市", "Jingmen");

    @Test
    void shortSameCommonRepeatedAndOwnNameAreRefused() {
        assertRefused("wang", "old", "short one");
        assertRefused("wang", "blue tram 7 heron", "blue tram 7 heron");
        assertRefused("wang", "old", "Qwerty123456");
        assertRefused("wang", "old", "aaaaaaaaaaaa");
        assertRefused("wang", "old", "iamWang-and-nobody");
        assertRefused("wang", "old", "ab1".repeat(60));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1qaz2wsx3edc",
                "password1234",
                "P@ssw0rd2026",
                "woaini1314520",
                "qwertyuiop[]",
                "1234567890ab",
                "administrator1",
                "chengguan888",
                "gewugewu2026",
                "jingmen-2026-07",
                "我在荆门市上班的第三年啊",
                "abcdefghijklmn"
            })
    void whatLeakedOrFollowsFromThisPlaceIsRefused(String password) {
        assertRefused("wang", "old", password);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "four-quiet-lanterns-7",
                "k7vq-2mzr-x9pt-walks",
                "雨后的梧桐树下有三只猫",
                "Tr0ub-heron-ledger"
            })
    void aFewWordsThatNobodyPutsTogetherAreAccepted(String password) {
        assertThat(PasswordRules.check(PLACE, "old", password)).isEmpty();
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
        assertThat(PasswordRules.check(List.of(username, "JM", "荆门市", "Jingmen"), current, next))
                .hasValueSatisfying(
                        refusal -> assertThat(refusal.code()).isEqualTo("signin.bad-password"));
    }
}
