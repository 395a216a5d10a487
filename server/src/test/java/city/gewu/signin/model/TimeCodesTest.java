package city.gewu.signin.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TimeCodesTest {

    /// The secret of RFC 6238, appendix B, in Base32; the codes there have eight digits, of which
    /// ours are the last six.
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @Test
    void theCodesAreThoseOfTheStandard() {
        assertCode(1_111_111_111, "050471");
        assertCode(1_111_111_109, "081804");
        assertCode(1_234_567_890, "005924");
        assertCode(20_000_000_000L, "353130");
    }

    private static void assertCode(long second, String code) {
        assertThat(findStep(code, second)).as("second %d", second).hasValue(second / 30);
    }

    private static OptionalLong findStep(String code, long second) {
        return TimeCodes.findStep(SECRET, code, Instant.ofEpochSecond(second));
    }

    @Test
    void aCodeCountsOneStepBeforeAndAfterItsOwn() {
        long step = 1_234_567_890L / 30;
        for (long second : new long[] {-30, -1, 0, 29, 30, 59}) {
            assertThat(findStep("005924", 30 * step + second)).as("at %d", second).hasValue(step);
        }
        assertThat(findStep("005924", 30 * step - 31)).isEmpty();
        assertThat(findStep("005924", 30 * step + 60)).isEmpty();
        assertThat(findStep("005925", 30 * step)).isEmpty();
        assertThat(findStep("", 30 * step)).isEmpty();
    }

    @Test
    void theAppReadsIssuerUsernameAndSecret() {
        String secret = TimeCodes.newSecret();
        assertThat(secret).matches("[A-Z2-7]{32}");
        assertThat(TimeCodes.uri(secret, "王.admin").toString())
                .startsWith("otpauth://totp/Gewu:")
                .contains("secret=" + secret, "issuer=Gewu", "digits=6", "period=30");
    }
}
