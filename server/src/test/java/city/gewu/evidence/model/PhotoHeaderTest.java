package city.gewu.evidence.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PhotoHeaderTest {

    /// The smallest pictures of their kind, of one pixel each.
    private static final String LOSSY_WEBP =
            "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA";

    private static final String LOSSLESS_WEBP = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==";

    @Test
    void bothKindsOfWebpAreKnown() {
        assertThat(PhotoHeader.read(Base64.getDecoder().decode(LOSSY_WEBP)))
                .contains(new PhotoHeader("image/webp", 1, 1, false));
        assertThat(PhotoHeader.read(Base64.getDecoder().decode(LOSSLESS_WEBP)))
                .contains(new PhotoHeader("image/webp", 1, 1, false));
    }

    @Test
    void aWebpWhoseFrameIsLargerThanItSaysIsNoPhoto() {
        byte[] small = Base64.getDecoder().decode(LOSSLESS_WEBP);
        var canvas = ByteBuffer.allocate(18 + small.length).order(ByteOrder.LITTLE_ENDIAN);
        canvas.put(small, 0, 12).put("VP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10);
        canvas.put(new byte[10]).put(small, 12, small.length - 12);
        assertThat(PhotoHeader.read(canvas.array())).isPresent();
        // 16384 pixels wide and high, in fourteen bits each
        canvas.putInt(39, 0x0FFFFFFF);
        assertThat(PhotoHeader.read(canvas.array())).isEmpty();
    }

    @Test
    void whatUnfoldsAllAtOnceMayHaveFewerPixels() {
        byte[] png = new byte[40];
        System.arraycopy(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13},
                0,
                png,
                0,
                12);
        var in = ByteBuffer.wrap(png);
        in.put(12, "IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(16, 10_000)
                .putInt(20, 10_000);
        assertThat(PhotoHeader.read(png).orElseThrow().isTooLarge()).isFalse();
        png[28] = 1;
        assertThat(PhotoHeader.read(png).orElseThrow().isTooLarge()).isTrue();
        assertThat(new PhotoHeader("image/webp", 5_000, 5_000, false).isTooLarge()).isTrue();
        assertThat(new PhotoHeader("image/png", 100_000, 10, true).isTooLarge()).isTrue();
    }

    @Test
    void aTextThatWouldUnfoldIntoGigabytesIsNotRead() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var pack = new DeflaterOutputStream(packed)) {
            for (int i = 0; i < 256; i++) {
                pack.write(new byte[1 << 20]);
            }
        }
        byte[] body = packed.toByteArray();
        var plain = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB), "png", plain);
        byte[] png = plain.toByteArray();
        byte[] bomb =
                ByteBuffer.allocate(png.length + body.length + 18)
                        .put(png, 0, 33)
                        .putInt(body.length + 6)
                        .put("zTXt".getBytes(StandardCharsets.US_ASCII))
                        .put("XML:\0\0".getBytes(StandardCharsets.US_ASCII))
                        .put(body)
                        .putInt(0)
                        .put(png, 33, png.length - 33)
                        .array();
        var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        var facts = SealedFacts.read(bomb, ZoneOffset.UTC);
        assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(20 << 20);
        assertThat(facts.orientation()).isEqualTo(1);
    }

    @Property
    void anyBytesAreReadWithoutHarm(@ForAll @Size(max = 80) byte[] bytes) {
        assertThat(PhotoHeader.read(bytes)).isEmpty();
    }

    @Property
    void anyBytesAfterTheFirstOfAJpegAreReadWithoutHarm(@ForAll @Size(max = 80) byte[] tail) {
        byte[] bytes = new byte[tail.length + 3];
        bytes[0] = (byte) 0xFF;
        bytes[1] = (byte) 0xD8;
        bytes[2] = (byte) 0xFF;
        System.arraycopy(tail, 0, bytes, 3, tail.length);
        PhotoHeader.read(bytes).ifPresent(header -> assertThat(header.pixels()).isPositive());
    }
}
