package city.gewu.engine.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/// One writing of a record that has no second one, to be hashed.
///
/// A record is its fields in their fixed order. Each field is its length in bytes (four bytes, most
/// significant first) and then its bytes; an absent field has length −1 and nothing else.
///
/// | field | bytes |
/// |---|---|
/// | text | UTF-8 |
/// | number, moment in microseconds since 1970, day since 1970 | 8, two's complement, most significant first |
/// | real | 8, IEEE 754 |
/// | truth | 1, `0` or `1` |
/// | list of texts | the count as a number, then each text as a field of its own |
public final class CanonicalBytes {

    private byte[] bytes = new byte[1024];
    private int length;

    public CanonicalBytes text(String value) {
        var utf8 = value.getBytes(StandardCharsets.UTF_8);
        return bytes(utf8);
    }

    public CanonicalBytes bytes(byte[] value) {
        room(4 + value.length);
        putInt(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
        return this;
    }

    public CanonicalBytes number(long value) {
        room(12);
        putInt(8);
        putInt((int) (value >>> 32));
        putInt((int) value);
        return this;
    }

    public CanonicalBytes real(double value) {
        return number(Double.doubleToLongBits(value));
    }

    public CanonicalBytes truth(boolean value) {
        room(5);
        putInt(1);
        bytes[length++] = (byte) (value ? 1 : 0);
        return this;
    }

    public CanonicalBytes texts(List<String> values) {
        number(values.size());
        values.forEach(this::text);
        return this;
    }

    public CanonicalBytes absent() {
        room(4);
        putInt(-1);
        return this;
    }

    /// Starts the next record in the same memory.
    public CanonicalBytes clear() {
        length = 0;
        return this;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    void feed(MessageDigest digest) {
        digest.update(bytes, 0, length);
    }

    private void putInt(int value) {
        bytes[length++] = (byte) (value >>> 24);
        bytes[length++] = (byte) (value >>> 16);
        bytes[length++] = (byte) (value >>> 8);
        bytes[length++] = (byte) value;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
