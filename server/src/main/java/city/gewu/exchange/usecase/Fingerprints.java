package city.gewu.exchange.usecase;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/// 64 bits that stand for a list of texts.
final class Fingerprints {

    private static final char BETWEEN = '\u001F';

    private Fingerprints() {}

    static long of(List<String> texts) {
        try {
            var joined = String.join(String.valueOf(BETWEEN), texts);
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(joined.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
