package city.gewu.evidence.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Kind and size of a picture, read from its first bytes alone: a picture that would unfold into
/// gigabytes is known before anything unfolds it.
public record PhotoHeader(String mediaType, int width, int height) {

    private static final byte[] PNG = {
        (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'
    };

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

    private static Optional<PhotoHeader> png(Reader in) {
        return in.has(24)
                ? Optional.of(new PhotoHeader("image/png", in.u32(16), in.u32(20)))
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
                return Optional.of(new PhotoHeader("image/jpeg", in.u16(at + 7), in.u16(at + 5)));
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
        if (in.ascii(12, "VP8X")) {
            return webp(in.u24little(24) + 1, in.u24little(27) + 1);
        }
        if (in.ascii(12, "VP8L") && in.u8(20) == 0x2F) {
            int packed = in.u24little(21) | (in.u8(24) << 24);
            return webp((packed & 0x3FFF) + 1, ((packed >>> 14) & 0x3FFF) + 1);
        }
        if (in.ascii(12, "VP8 ") && in.u24little(23) == 0x2A019D) {
            return webp(in.u16little(26) & 0x3FFF, in.u16little(28) & 0x3FFF);
        }
        return Optional.empty();
    }

    private static Optional<PhotoHeader> webp(int width, int height) {
        return Optional.of(new PhotoHeader("image/webp", width, height));
    }

    private static final class Reader {

        private final byte[] bytes;

        Reader(byte[] bytes) {
            this.bytes = bytes;
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

        int u24little(int at) {
            return u16little(at) | (u8(at + 2) << 16);
        }
    }
}
