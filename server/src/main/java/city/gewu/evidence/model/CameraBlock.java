package city.gewu.evidence.model;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// The block that the camera wrote (EXIF), found by us. Nothing else beside the picture is read: a
/// PNG may hold texts and colour profiles of kilobytes that unfold into gigabytes.
final class CameraBlock {

    private static final byte[] MARK = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int PNG_FIRST = 8;
    private static final int WEBP_FIRST = 12;

    private CameraBlock() {}

    /// What it says; nothing when there is none, or when it cannot be read.
    static Metadata read(byte[] original) {
        try {
            return switch (PhotoHeader.read(original).map(PhotoHeader::mediaType).orElse("")) {
                case "image/jpeg" ->
                        JpegMetadataReader.readMetadata(
                                new ByteArrayInputStream(original), List.of(new ExifReader()));
                case "image/png" -> parse(png(original));
                case "image/webp" -> parse(webp(original));
                default -> new Metadata();
            };
        } catch (JpegProcessingException | IOException e) {
            return new Metadata();
        }
    }

    private static Metadata parse(byte[] block) {
        var metadata = new Metadata();
        if (block.length > MARK.length) {
            int from = Arrays.equals(block, 0, MARK.length, MARK, 0, MARK.length) ? MARK.length : 0;
            new ExifReader().extract(new ByteArrayReader(block, from), metadata);
        }
        return metadata;
    }

    /// Chunks of length, kind, body and sum (PNG, third edition, 5.3).
    private static byte[] png(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        long at = PNG_FIRST;
        while (at + 12 <= bytes.length) {
            long body = at + 8;
            long end = body + Integer.toUnsignedLong(in.getInt((int) at));
            if (is("eXIf", bytes, (int) at + 4)) {
                return part(bytes, body, end);
            }
            at = end + 4;
        }
        return new byte[0];
    }

    /// Chunks of kind, length and body, each filled up to an even length (RFC 9649, 2.3).
    private static byte[] webp(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long at = WEBP_FIRST;
        while (at + 8 <= bytes.length) {
            long body = at + 8;
            long end = body + Integer.toUnsignedLong(in.getInt((int) at + 4));
            if (is("EXIF", bytes, (int) at)) {
                return part(bytes, body, end);
            }
            at = end + (end & 1);
        }
        return new byte[0];
    }

    private static boolean is(String kind, byte[] bytes, int at) {
        return kind.equals(new String(bytes, at, 4, StandardCharsets.ISO_8859_1));
    }

    private static byte[] part(byte[] bytes, long from, long end) {
        return Arrays.copyOfRange(bytes, (int) from, (int) Math.min(end, bytes.length));
    }
}
