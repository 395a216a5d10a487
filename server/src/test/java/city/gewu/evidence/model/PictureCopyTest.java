package city.gewu.evidence.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import city.gewu.evidence.PhotoSight.PhotographedCase;
import city.gewu.evidence.PhotoSight.Spot;
import city.gewu.platform.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PictureCopyTest {

    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

    @Test
    void theCopyHasThePictureAndNothingThatTheCameraWrote() throws IOException {
        byte[] plain = SamplePhotos.street(1, 640, 480);
        byte[] original = SamplePhotos.withFacts(plain, 6);
        assertThat(new String(original, StandardCharsets.ISO_8859_1))
                .contains("2026:03:02", "Mate");

        byte[] copy = copy(original, 6);

        assertThat(new String(copy, StandardCharsets.ISO_8859_1))
                .doesNotContain("2026:03:02", "Mate");
        assertThat(copy(copy, 1)).isEqualTo(plain);
        assertThat(SealedFacts.read(copy, CITY).orientation()).isEqualTo(6);
        assertThat(SealedFacts.read(copy, CITY).takenAt()).isEmpty();
    }

    @Test
    void theFactsSayWhenAndWhereAndWithWhatItWasTaken() throws IOException {
        var facts =
                SealedFacts.read(SamplePhotos.withFacts(SamplePhotos.street(1, 64, 48), 1), CITY);
        assertThat(facts.takenAt()).contains(Instant.parse("2026-03-02T01:00:00Z"));
        assertThat(facts.device()).isEqualTo("Mate 60");
        assertThat(facts.edited()).isFalse();
        assertThat(facts.position())
                .hasValueSatisfying(at -> {
                    assertThat(at.longitude()).isCloseTo(112.2, within(1e-9));
                    assertThat(at.latitude()).isCloseTo(31.03, within(1e-9));
                });
    }

    @Test
    void aPhotoFromAnotherDayAndPlaceIsMarked() {
        var facts =
                new SealedFacts(
                        Optional.of(Instant.parse("2026-03-02T00:46:00Z")),
                        Optional.of(new Spot(112.2, 31.03)),
                        "",
                        "",
                        false,
                        1);
        var near = PhotoSigns.of(facts, reported("2026-03-02T01:00:00Z", 112.2003), true);
        assertThat(near.secondsAfterReport()).contains(-840L);
        assertThat(near.metres()).contains(29L);
        assertThat(near.signs()).isEmpty();
        assertThat(PhotoSigns.of(facts, reported("2026-03-04T01:00:00Z", 112.21), true).signs())
                .containsExactly(PhotoSigns.Sign.OLD, PhotoSigns.Sign.FAR);
        assertThat(PhotoSigns.of(facts, reported("2026-03-02T01:00:00Z", 112.2), false).signs())
                .containsExactly(PhotoSigns.Sign.WRONG_ORDER);
    }

    @Test
    void aPhotoThatBreaksOffIsRefused() throws IOException {
        byte[] whole = SamplePhotos.street(1, 640, 480);
        refused(Arrays.copyOf(whole, whole.length / 2), "evidence.bad-ending");
        refused(Arrays.copyOf(whole, whole.length - 1), "evidence.bad-ending");
    }

    @Test
    void aPictureThatIsAnArchiveAsWellIsRefused() throws IOException {
        byte[] picture = SamplePhotos.street(1, 64, 48);
        byte[] both = Arrays.copyOf(picture, picture.length + 30);
        System.arraycopy(new byte[] {'P', 'K', 5, 6}, 0, both, picture.length, 4);
        refused(both, "evidence.bad-passenger");
    }

    @Test
    void aPhotoSavedAgainIsKnownAndAnotherStreetIsNot() throws IOException {
        var first = likeness(SamplePhotos.street(1, 1280, 960));
        var smaller = likeness(SamplePhotos.street(1, 640, 480));
        var other = likeness(SamplePhotos.street(2, 1280, 960));
        assertThat(first.distance(smaller)).isLessThanOrEqualTo(3);
        assertThat(first.distance(other)).isGreaterThan(10);
        assertThat(first.bandsWithin(7)[0]).hasSize(17);
    }

    @Test
    void nothingIsLeftUnderABlur() throws IOException {
        var picture = Picture.unfold(SamplePhotos.street(1, 400, 300), 1, 400).orElseThrow();
        new Blur(0.25, 0.25, 0.5, 0.5).over(picture);
        assertThat(
                        IntStream.range(100, 300)
                                .map(x -> picture.image().getRGB(x, 150))
                                .distinct()
                                .count())
                .isLessThanOrEqualTo(6);
    }

    private static Likeness likeness(byte[] jpeg) throws IOException {
        return Likeness.of(Picture.unfold(jpeg, 1, 480).orElseThrow());
    }

    private static PhotographedCase reported(String at, double longitude) {
        return new PhotographedCase(
                7,
                "JM7",
                Instant.parse(at),
                Optional.of(new Spot(longitude, 31.03)),
                List.of(),
                List.of(),
                List.of());
    }

    private static byte[] copy(byte[] original, int orientation) {
        return PictureCopy.of(original, PhotoHeader.read(original).orElseThrow(), orientation)
                .bytes();
    }

    private static void refused(byte[] bytes, String code) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> copy(bytes, 1))
                .satisfies(e -> assertThat(e.refusal().code()).isEqualTo(code));
    }
}
