package city.gewu.signin.model;

import com.bastiaanjansen.otp.SecretGenerator;
import com.bastiaanjansen.otp.TOTPGenerator;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/// Codes that an app on a phone shows for thirty seconds each (RFC 6238): six digits, SHA-1, as
/// every such app can. A code counts one step before and after its own, for clocks that go wrong.
public final class TimeCodes {

    private static final String ISSUER = "Gewu";
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int DIGITS = 6;
    private static final int WINDOW = 1;

    private TimeCodes() {}

    /// A secret of 160 bits in Base32, as people type it when they cannot scan it.
    public static String newSecret() {
        return new String(SecretGenerator.generate(), StandardCharsets.US_ASCII);
    }

    /// What the app reads from a square of dots (二维码).
    public static URI uri(String secret, String username) {
        try {
            return generator(secret).getURI(ISSUER, username);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("The username makes no address.", e);
        }
    }

    /// The step whose code this is, if it counts now; the latest of them if two steps share it.
    public static OptionalLong findStep(String secret, String code, Instant now) {
        var generator = generator(secret);
        long current = now.getEpochSecond() / STEP.toSeconds();
        var found = OptionalLong.empty();
        for (long step = current - WINDOW; step <= current + WINDOW; step++) {
            if (equal(code, generator.at(Instant.ofEpochSecond(step * STEP.toSeconds())))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /// Takes the same time for every wrong code.
    private static boolean equal(String given, String right) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    private static TOTPGenerator generator(String secret) {
        return new TOTPGenerator.Builder(secret)
                .withHOTPGenerator(codes -> codes.withPasswordLength(DIGITS))
                .withPeriod(STEP)
                .build();
    }
}
