package city.gewu.signin.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;

/// Failures that strangers together may have for one username: twenty at once, and one each minute
/// after that; 1,460 in the first day. A fixed number of places is shared by all names, so that no
/// flood of names pushes one out of memory.
final class Budget {

    static final int AT_ONCE = 20;
    static final Duration EACH = Duration.ofMinutes(1);
    private static final int PLACES = 1 << 16;

    /// For each place the moment, in milliseconds, at which all that was spent will be back.
    private final long[] backAt = new long[PLACES];

    private final long seed;

    Budget(long seed) {
        this.seed = seed;
    }

    Duration waitFor(String name, Instant now) {
        long owed = backAt[place(name)] - now.toEpochMilli();
        long allowed = EACH.toMillis() * (AT_ONCE - 1);
        return owed > allowed ? Duration.ofMillis(owed - allowed) : Duration.ZERO;
    }

    void spend(String name, Instant now) {
        int place = place(name);
        long start = now.toEpochMilli();
        backAt[place] =
                Math.min(
                        Math.max(backAt[place], start) + EACH.toMillis(),
                        start + EACH.toMillis() * AT_ONCE);
    }

    void giveBack(String name) {
        backAt[place(name)] -= EACH.toMillis();
    }

    private int place(String name) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).array());
            byte[] hash = digest.digest(name.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getInt() & PLACES - 1;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
