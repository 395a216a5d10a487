package city.gewu.evidence.model;

import city.gewu.platform.RefusedException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// A picture without what the camera and other programs wrote beside it. The coded picture itself
/// is the same byte for byte, so nothing is lost of its quality.
public final class PictureCopy {

    /// Marks of other kinds of file. None of them has a place beside a picture: a file that is both
    /// is made to be taken for the other by somebody.
    private static final List<String> PASSENGERS =
            List.of("%PDF-", "PK\3\4", "PK\5\6", "<script", "<html", "<?php", "<!doctype html");

    private final byte[] bytes;

    private PictureCopy(byte[] bytes) {
        this.bytes = bytes;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /// Reads the whole structure of the file.
    ///
    /// @param orientation which way up the picture is, 1 to 8 as in EXIF; the copy says the same
    public static PictureCopy of(byte[] original, PhotoHeader header, int orientation) {
        var copy = new Builder();
        switch (header.mediaType()) {
            case "image/jpeg" -> new JpegParts(original, copy).read(orientation);
            case "image/png" -> PngParts.read(original, orientation, copy);
            default -> WebpParts.read(original, orientation, copy);
        }
        return copy.build();
    }

    static RefusedException endsEarly(int length) {
        return new RefusedException(
                "evidence.bad-ending",
                "The photo breaks off: its %d bytes do not reach the end of the picture."
                        .formatted(length),
                "Take it again, or send the whole file.");
    }

    /// A TIFF block that holds the orientation alone (EXIF 2.32, tag 0x0112).
    static byte[] orientationBlock(int orientation) {
        return new byte[] {
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8, // head, first directory at 8
            0,
            1, // one entry
            0x01,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0, //
            0,
            0,
            0,
            0 // no further directory
        };
    }

    static final class Builder {

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private int[] little = {};

        void keep(byte[] bytes) {
            kept.writeBytes(bytes);
        }

        void keep(byte[] bytes, int from, int end) {
            kept.write(bytes, from, end - from);
        }

        void leave(byte[] bytes, int from, int end) {
            var text =
                    new String(bytes, from, end - from, StandardCharsets.ISO_8859_1)
                            .toLowerCase(Locale.ROOT);
            for (String mark : PASSENGERS) {
                if (text.contains(mark.toLowerCase(Locale.ROOT))) {
                    throw new RefusedException(
                            "evidence.bad-passenger",
                            "Another file (it begins with %s) hides beside the picture."
                                    .formatted(mark.replaceAll("[^\\x20-\\x7e]", "")),
                            "Open the picture, save it anew and send that.");
                }
            }
        }

        int length() {
            return kept.size();
        }

        void putLittle(int at, int value) {
            little = new int[] {at, value};
        }

        PictureCopy build() {
            byte[] bytes = kept.toByteArray();
            if (little.length == 2) {
                for (int i = 0; i < 4; i++) {
                    bytes[little[0] + i] = (byte) (little[1] >>> (8 * i));
                }
            }
            return new PictureCopy(bytes);
        }
    }
}
