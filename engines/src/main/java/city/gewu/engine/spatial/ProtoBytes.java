package city.gewu.engine.spatial;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A growing message in the wire format of Protocol Buffers.
final class ProtoBytes {

    private static final int VARINT = 0;
    private static final int LENGTH_DELIMITED = 2;

    private byte[] bytes = new byte[256];
    private int length;

    int length() {
        return length;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    void number(int field, long value) {
        varint(((long) field << 3) | VARINT);
        varint(value);
    }

    void text(int field, String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        delimited(field, utf8, utf8.length);
    }

    void message(int field, ProtoBytes inner) {
        delimited(field, inner.bytes, inner.length);
    }

    /// A value of a packed field or the length before bytes.
    void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            push((byte) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        push((byte) rest);
    }

    /// A signed value of a packed field, small near zero on both sides.
    void zigzag(int value) {
        varint(((value << 1) ^ (value >> 31)) & 0xffff_ffffL);
    }

    void clear() {
        length = 0;
    }

    /// Adds whole fields written elsewhere.
    void append(ProtoBytes fields) {
        reserve(fields.length);
        System.arraycopy(fields.bytes, 0, bytes, length, fields.length);
        length += fields.length;
    }

    private void delimited(int field, byte[] from, int count) {
        varint(((long) field << 3) | LENGTH_DELIMITED);
        varint(count);
        reserve(count);
        System.arraycopy(from, 0, bytes, length, count);
        length += count;
    }

    private void push(byte value) {
        reserve(1);
        bytes[length++] = value;
    }

    private void reserve(int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
    }
}
