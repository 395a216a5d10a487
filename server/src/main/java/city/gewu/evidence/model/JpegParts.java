package city.gewu.evidence.model;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The segments of a JPEG: those the picture needs go into the copy byte for byte, those that tell
/// of the camera and the place do not. Colour profile and colour transform belong to the picture.
final class JpegParts {

    private static final byte[] COLOUR_PROFILE = ascii("ICC_PROFILE\0");
    private static final byte[] JFIF = ascii("JFIF\0");

    private final byte[] bytes;
    private final PictureCopy.Builder copy;

    JpegParts(byte[] bytes, PictureCopy.Builder copy) {
        this.bytes = bytes;
        this.copy = copy;
    }

    /// Walks to the end marker of the picture; what follows it is no part of it.
    void read(int orientation) {
        copy.keep(bytes, 0, 2);
        if (orientation > 1) {
            copy.keep(exif(orientation));
        }
        int at = 2;
        while (at + 4 <= bytes.length && u8(at) == 0xFF) {
            int marker = u8(at + 1);
            if (marker == 0xFF) {
                at++;
            } else if (marker == 0xD9) {
                break;
            } else {
                at = segment(at, marker);
            }
        }
        if (at + 2 > bytes.length || u8(at) != 0xFF || u8(at + 1) != 0xD9) {
            throw PictureCopy.endsEarly(bytes.length);
        }
        copy.keep(bytes, at, at + 2);
        copy.leave(bytes, at + 2, bytes.length);
    }

    private int segment(int at, int marker) {
        int end = at + 2 + ((u8(at + 2) << 8) | u8(at + 3));
        if (end < at + 4 || end > bytes.length) {
            throw PictureCopy.endsEarly(bytes.length);
        }
        if (belongs(marker, at + 4, end)) {
            copy.keep(bytes, at, end);
        } else {
            copy.leave(bytes, at, end);
        }
        return marker == 0xDA ? scan(end) : end;
    }

    private boolean belongs(int marker, int from, int end) {
        return switch (marker) {
            case 0xE0 -> startsWith(from, end, JFIF) && end - from == 14;
            case 0xE2 -> startsWith(from, end, COLOUR_PROFILE);
            case 0xEE -> true;
            default -> marker < 0xE0 || marker > 0xFE || marker == 0xF0;
        };
    }

    /// The coded picture runs to the next marker that is neither a restart nor a stuffed byte.
    private int scan(int from) {
        int at = from;
        while (at + 1 < bytes.length) {
            if (u8(at) == 0xFF) {
                int next = u8(at + 1);
                if (next != 0 && next != 0xFF && !(next >= 0xD0 && next <= 0xD7)) {
                    copy.keep(bytes, from, at);
                    return at;
                }
            }
            at++;
        }
        throw PictureCopy.endsEarly(bytes.length);
    }

    /// A segment that says which way up the picture is and nothing else.
    private static byte[] exif(int orientation) {
        var out = new ByteArrayOutputStream();
        byte[] block = PictureCopy.orientationBlock(orientation);
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (block.length + 8)});
        out.writeBytes(ascii("Exif\0\0"));
        out.writeBytes(block);
        return out.toByteArray();
    }

    private boolean startsWith(int from, int end, byte[] what) {
        return end - from >= what.length
                && Arrays.equals(bytes, from, from + what.length, what, 0, what.length);
    }

    private int u8(int at) {
        return bytes[at] & 0xFF;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
