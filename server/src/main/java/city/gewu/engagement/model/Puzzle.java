package city.gewu.engagement.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/// A sum that costs a phone a second and a flood of reports a data centre (工作量证明).
///
/// A nonce solves it when SHA-256 of the UTF-8 bytes of `salt:nonce` begins with as many zero bits
/// as it asks for.
///
/// @param bits zero bits at the beginning; each one more doubles the work
public record Puzzle(UUID id, String salt, int bits, Instant expiresAt) {

    private static final int FREE_REPORTS = 2;
    private static final int MOST_BITS = 22;

    /// How hard the next one is.
    ///
    /// @param least bits for somebody who reports for the first time
    /// @param fromDevice challenges that this device asked for lately
    /// @param fromNetwork reports from its network lately, which may be a whole street's
    /// @param fromPlace reports from around the place lately
    public static int bits(int least, int fromDevice, int fromNetwork, int fromPlace) {
        int more =
                doublings(fromDevice - FREE_REPORTS)
                        + doublings(fromNetwork / 10)
                        + doublings(fromPlace / 20);
        return least == 0 ? 0 : Math.min(Math.max(MOST_BITS, least), least + more);
    }

    private static int doublings(int count) {
        return count <= 0 ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(count);
    }

    public boolean isSolvedBy(String nonce) {
        return leadingZeros(sha256(salt + ":" + nonce)) >= bits;
    }

    /// The first whole number that solves it.
    public String solve() {
        long nonce = 0;
        while (!isSolvedBy(Long.toString(nonce))) {
            nonce++;
        }
        return Long.toString(nonce);
    }

    static int leadingZeros(byte[] bytes) {
        int zeros = 0;
        for (byte one : bytes) {
            if (one != 0) {
                return zeros + Integer.numberOfLeadingZeros(one & 0xff) - 24;
            }
            zeros += Byte.SIZE;
        }
        return zeros;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
