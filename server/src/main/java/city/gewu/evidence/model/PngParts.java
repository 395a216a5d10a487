package city.gewu.evidence.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/// The chunks of a PNG: those that make the picture go into the copy, texts, times and the camera's
/// facts do not.
final class PngParts {

    private static final int SIGNATURE = 8;
    private static final Set<String> OF_THE_PICTURE =
            Set.of(
                    "IHDR", "PLTE", "IDAT", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD",
                    "pHYs", "IEND");

    /// Packed bytes of the largest colour profile that goes along; one that packs more is no
    /// profile, and would unfold in whatever shows the copy.
    private static final int LARGEST_PROFILE = 512 * 1024;

    private PngParts() {}

    static void read(byte[] bytes, int orientation, PictureCopy.Builder copy) {
        var in = ByteBuffer.wrap(bytes);
        copy.keep(bytes, 0, SIGNATURE);
        int at = SIGNATURE;
        while (at + 12 <= bytes.length) {
            int length = in.getInt(at);
            if (length < 0 || length > bytes.length - at - 12) {
                throw PictureCopy.endsEarly(bytes.length);
            }
            var kind = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
            int end = at + 12 + length;
            if (OF_THE_PICTURE.contains(kind)
                    && !(kind.equals("iCCP") && length > LARGEST_PROFILE)) {
                copy.keep(bytes, at, end);
            } else {
                copy.leave(bytes, at, end);
            }
            if (kind.equals("IHDR") && orientation > 1) {
                copy.keep(chunk("eXIf", PictureCopy.orientationBlock(orientation)));
            }
            if (kind.equals("IEND")) {
                copy.leave(bytes, end, bytes.length);
                return;
            }
            at = end;
        }
        throw PictureCopy.endsEarly(bytes.length);
    }

    private static byte[] chunk(String kind, byte[] body) {
        byte[] name = kind.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(name);
        crc.update(body);
        return ByteBuffer.allocate(12 + body.length)
                .putInt(body.length)
                .put(name)
                .put(body)
                .putInt((int) crc.getValue())
                .array();
    }
}
