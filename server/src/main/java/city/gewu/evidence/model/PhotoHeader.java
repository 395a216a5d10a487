package city.gewu.evidence.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Kind and size of a picture, read from its first bytes alone: a picture that would unfold into
/// gigabytes is known before anything unfolds it.
///
/// @param rowByRow whether it unfolds row by row; otherwise the whole of it is in memory at once
public record PhotoHeader(String mediaType, int width, int height, boolean rowByRow) {

    /// Pixels that a photo may have when it unfolds row by row.
    private static final long MOST_BY_ROWS = 120_000_000;

    /// Pixels that a photo may have otherwise.
    private static final long MOST_AT_ONCE = 40_000_000;

    /// The reader of WebP keeps a picture more than once while it unfolds it.
    private static final long MOST_WEBP = 20_000_000;

    private static final int LONGEST_SIDE = 65_535;

    private static final byte[] PNG = {
        (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'
    };

    private static final String WEBP = "image/webp";

    /// Where the first chunk after the one of the canvas begins.
    private static final int WEBP_FIRST = 30;

    private static final int BASELINE = 0xC0;
    private static final int EXTENDED = 0xC1;

    /// The header, when the bytes begin a JPEG, a PNG or a WebP.
    public static Optional<PhotoHeader> read(byte[] bytes) {
        var in = new Reader(bytes);
        Optional<PhotoHeader> header = Optional.empty();
        if (in.startsWith(0, PNG)) {
            header = png(in);
        } else if (in.has(4) && in.u16(0) == 0xFFD8 && in.u8(2) == 0xFF) {
            header = jpeg(in);
        } else if (in.ascii(0, "RIFF") && in.ascii(8, "WEBP")) {
            header = webp(in);
        }
        return header.filter(h -> h.width > 0 && h.height > 0);
    }

    public long pixels() {
        return (long) width * height;
    }

    /// Pixels that a photo of this kind may have.
    public long mostPixels() {
        if (mediaType.equals(WEBP)) {
            return MOST_WEBP;
        }
        return rowByRow ? MOST_BY_ROWS : MOST_AT_ONCE;
    }

    public boolean isTooLarge() {
        return pixels() > mostPixels() || Math.max(width, height) > LONGEST_SIDE;
    }

    private static Optional<PhotoHeader> png(Reader in) {
        return in.has(29)
                ? Optional.of(new PhotoHeader("image/png", in.u32(16), in.u32(20), in.u8(28) == 0))
                : Optional.empty();
    }

    /// Walks the segments to the frame header, which alone holds the size.
    private static Optional<PhotoHeader> jpeg(Reader in) {
        int at = 2;
        while (in.has(at + 9) && in.u8(at) == 0xFF) {
            int marker = in.u8(at + 1);
            if (marker == 0xFF) {
                at++;
            } else if (isFrame(marker)) {
                return Optional.of(
                        new PhotoHeader(
                                "image/jpeg",
                                in.u16(at + 7),
                                in.u16(at + 5),
                                marker == BASELINE || marker == EXTENDED));
            } else if (marker == 0xD9 || marker == 0xDA) {
                return Optional.empty();
            } else {
                at += isBare(marker) ? 2 : 2 + in.u16(at + 2);
            }
        }
        return Optional.empty();
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0
                && marker <= 0xCF
                && marker != 0xC4
                && marker != 0xC8
                && marker != 0xCC;
    }

    private static boolean isBare(int marker) {
        return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
    }

    private static Optional<PhotoHeader> webp(Reader in) {
        if (!in.has(30)) {
            return Optional.empty();
        }
        return in.ascii(12, "VP8X")
                ? webp(in.u24little(24) + 1, in.u24little(27) + 1)
                        .filter(canvas -> canvas.holdsFrames(in, WEBP_FIRST, in.length(), true))
                : webpFrame(in, 12);
    }

    /// Whether no frame is larger than the canvas: each unfolds to the size it says itself.
    private boolean holdsFrames(Reader in, int from, int end, boolean moving) {
        int at = from;
        while (at + 8 <= end) {
            long next = at + 8L + Integer.toUnsignedLong(in.u32little(at + 4));
            if (moving && in.ascii(at, "ANMF") && in.has(at + 24)) {
                int inner = (int) Math.min(next, end);
                if (!holds(in.u24little(at + 14) + 1, in.u24little(at + 17) + 1)
                        || !holdsFrames(in, at + 24, inner, false)) {
                    return false;
                }
            } else if (webpFrame(in, at).filter(one -> !holds(one.width, one.height)).isPresent()) {
                return false;
            }
            next += next & 1;
            if (next > end) {
                return true;
            }
            at = (int) next;
        }
        return true;
    }

    private boolean holds(int wide, int high) {
        return wide <= width && high <= height;
    }

    /// The coded picture whose chunk begins here, when one does.
    private static Optional<PhotoHeader> webpFrame(Reader in, int at) {
        if (!in.has(at + 18)) {
            return Optional.empty();
        }
        if (in.ascii(at, "VP8L") && in.u8(at + 8) == 0x2F) {
            int packed = in.u32little(at + 9);
            return webp((packed & 0x3FFF) + 1, ((packed >>> 14) & 0x3FFF) + 1);
        }
        if (in.ascii(at, "VP8 ") && in.u24little(at + 11) == 0x2A019D) {
            return webp(in.u16little(at + 14) & 0x3FFF, in.u16little(at + 16) & 0x3FFF);
        }
        return Optional.empty();
    }

    private static Optional<PhotoHeader> webp(int width, int height) {
        return Optional.of(new PhotoHeader(WEBP, width, height, false));
    }

    private static final class Reader {

        private final byte[] bytes;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        int length() {
            return bytes.length;
        }

        boolean has(int length) {
            return bytes.length >= length;
        }

        boolean startsWith(int at, byte[] what) {
            return has(at + what.length)
                    && Arrays.equals(bytes, at, at + what.length, what, 0, what.length);
        }

        boolean ascii(int at, String what) {
            return startsWith(at, what.getBytes(StandardCharsets.US_ASCII));
        }

        int u8(int at) {
            return bytes[at] & 0xFF;
        }

        int u16(int at) {
            return (u8(at) << 8) | u8(at + 1);
        }

        int u32(int at) {
            return (u16(at) << 16) | u16(at + 2);
        }

        int u16little(int at) {
            return u8(at) | (u8(at + 1) << 8);
        }

        int u32little(int at) {
            return u16little(at) | (u16little(at + 2) << 16);
        }

        int u24little(int at) {
            return u16little(at) | (u8(at + 2) << 16);
        }
    }
}
