package city.gewu.engine.ledger;

import java.util.Arrays;
import java.util.HexFormat;

/// 32 bytes that stand for something longer.
public final class Hash {

    public static final int LENGTH = 32;

    /// What the first link of every chain follows.
    public static final Hash ZERO = new Hash(new byte[LENGTH]);

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException(
                    "A hash has (%d) bytes, not (%d).".formatted(LENGTH, bytes.length));
        }
        return new Hash(bytes.clone());
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
