package city.gewu.evidence.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/// The chunks of a WebP; the flags that announce the camera's facts are taken back with them.
final class WebpParts {

    private static final int HEAD = 12;
    private static final int EXIF_FLAG = 0x08;
    private static final int XMP_FLAG = 0x04;
    private static final Set<String> OF_THE_PICTURE =
            Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP");

    private WebpParts() {}

    static void read(byte[] bytes, int orientation, PictureCopy.Builder copy) {
        var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long end = HEAD - 4L + Integer.toUnsignedLong(in.getInt(4));
        if (end > bytes.length) {
            throw PictureCopy.endsEarly(bytes.length);
        }
        copy.keep(bytes, 0, HEAD);
        int at = HEAD;
        boolean extended = false;
        while (at + 8 <= end) {
            var kind = new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
            long next = at + 8L + Integer.toUnsignedLong(in.getInt(at + 4));
            next += next & 1;
            if (next > bytes.length) {
                throw PictureCopy.endsEarly(bytes.length);
            }
            if (kind.equals("VP8X") && next - at >= 10) {
                extended = true;
                copy.keep(head(bytes, at, (int) next, orientation > 1));
            } else if (OF_THE_PICTURE.contains(kind)) {
                copy.keep(bytes, at, (int) next);
            } else {
                copy.leave(bytes, at, (int) next);
            }
            at = (int) next;
        }
        if (extended && orientation > 1) {
            copy.keep(exif(orientation));
        }
        copy.leave(bytes, at, bytes.length);
        copy.putLittle(4, copy.length() - 8);
    }

    private static byte[] head(byte[] bytes, int from, int end, boolean turned) {
        byte[] head = Arrays.copyOfRange(bytes, from, end);
        head[8] = (byte) ((head[8] & ~(EXIF_FLAG | XMP_FLAG)) | (turned ? EXIF_FLAG : 0));
        return head;
    }

    private static byte[] exif(int orientation) {
        byte[] block = PictureCopy.orientationBlock(orientation);
        return ByteBuffer.allocate(8 + block.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("EXIF".getBytes(StandardCharsets.US_ASCII))
                .putInt(block.length)
                .put(block)
                .array();
    }
}
