package city.gewu.evidence.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PhotoHeaderTest {

    /// The smallest pictures of their kind, of one pixel each.
    private static final String LOSSY_WEBP =
            "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA";

    private static final String LOSSLESS_WEBP =
            "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==";

    @Test
    void bothKindsOfWebpAreKnown() {
        assertThat(PhotoHeader.read(Base64.getDecoder().decode(LOSSY_WEBP)))
                .contains(new PhotoHeader("image/webp", 1, 1));
        assertThat(PhotoHeader.read(Base64.getDecoder().decode(LOSSLESS_WEBP)))
                .contains(new PhotoHeader("image/webp", 1, 1));
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
