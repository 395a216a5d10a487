package city.gewu.evidence.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.gewu.evidence.model.SamplePhotos;
import city.gewu.platform.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole journey of photos once more with a bucket in place of the folder, and what only a
/// bucket can do wrong.
class PhotosInABucketTest extends PhotoJourneyTest {

    @TempDir static Path folder;
    private static S3Store store;

    @BeforeAll
    static void start() throws Exception {
        store = S3Store.start(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        store.goAway();
    }

    @BeforeEach
    void emptyTheBucket() throws IOException {
        if (!Files.exists(photos())) {
            return;
        }
        try (var files = Files.walk(photos())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    Map<String, String> settings() {
        return store.settings();
    }

    @Override
    Path photos() {
        return store.photos();
    }

    @Test
    void whatLiesInTheBucketHasTheHashOfItsNameAndNothingLiesOnTheServersDisk() throws Exception {
        String id = kept(SamplePhotos.withFacts(SamplePhotos.street(1, 640, 480), 1));
        try (var files = Files.walk(photos())) {
            var kept = files.filter(Files::isRegularFile).toList();
            assertThat(kept).hasSize(3);
            for (Path file : kept) {
                assertThat(photos().relativize(file).toString().replace("/", ""))
                        .isEqualTo(sha(Files.readAllBytes(file)));
            }
            assertThat(kept).anyMatch(file -> file.endsWith(id.substring(2)));
        }
        assertThat(data.resolve("evidence").resolve(id.substring(0, 2))).doesNotExist();
    }

    @Test
    void aBucketLetsAFolderBeCopiedIntoIt() throws Exception {
        open(Map.of());
        byte[] photo = SamplePhotos.street(2, 640, 480);
        String id = kept(photo);
        inCase.add(id);
        try (var files = Files.walk(data.resolve("evidence"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                var to = photos().resolve(data.resolve("evidence").relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }

        open(settings());

        assertThat(http.get().uri("/api/photos/" + id)).hasStatusOk();
        assertThat(
                        ask("/api/cases/7/photos/%s/original".formatted(id), "复核")
                                .getResponse()
                                .getContentAsByteArray())
                .isEqualTo(photo);
    }

    @Test
    void aStoreThatIsAwayIsSaidAndTheUploadIsFinishedWhenItIsBack() throws Exception {
        byte[] photo = SamplePhotos.street(3, 640, 480);
        String seen = kept(SamplePhotos.street(4, 640, 480));
        String upload = begun(photo.length);
        assertThat(piece(upload, 0, Arrays.copyOf(photo, 1000), "")).hasStatus(204);

        store.goAway();
        try {
            byte[] rest = Arrays.copyOfRange(photo, 1000, photo.length);
            assertThat(piece(upload, 1000, rest, ""))
                    .hasStatus(503)
                    .bodyJson()
                    .extractingPath("$.code")
                    .isEqualTo("evidence.unavailable");
            assertThat(http.get().uri("/api/photos/" + seen)).hasStatus(503);
            assertThat(http.head().uri(upload).header("Tus-Resumable", "1.0.0"))
                    .hasStatusOk()
                    .hasHeader("Upload-Offset", Integer.toString(photo.length));
        } finally {
            store.comeBack();
        }

        var finished = piece(upload, photo.length, new byte[0], "");
        assertThat(finished).hasStatus(204);
        assertThat(Objects.requireNonNull(finished.getResponse().getHeader("Gewu-Photo")))
                .isEqualTo(sha(photo));
        assertThat(http.get().uri("/api/photos/" + seen)).hasStatusOk();
    }

    @Test
    void aWrongKeyAndAMissingBucketAreNamedAndTheServerStartsAllTheSame() throws Exception {
        byte[] photo = SamplePhotos.street(5, 640, 480);
        open(with("gewu.photos.s3.secret-key", "wrong"));
        assertThat(send(photo))
                .hasStatus(503)
                .bodyText()
                .contains("evidence.unavailable")
                .contains("does not let us in with these keys");

        open(with("gewu.photos.s3.bucket", "nobodys-bucket"));
        assertThat(send(photo)).hasStatus(503).bodyText().contains("has no such bucket");

        open();
        assertThat(send(photo)).hasStatus(201);
    }

    @Test
    void theKeysMayLieInFiles() throws Exception {
        var file = Files.writeString(data.resolve("secret"), "only-for-this-test-store\n");
        var settings = with("gewu.photos.s3.secret-key-file", file.toString());
        settings.remove("gewu.photos.s3.secret-key");
        open(settings);
        assertThat(send(SamplePhotos.street(6, 640, 480))).hasStatus(201);
    }

    @Test
    void aSettingThatIsMissingIsNamedAtTheStart() {
        var settings = with("gewu.photos.s3.bucket", " ");
        assertThatThrownBy(() -> open(settings))
                .hasRootCauseInstanceOf(RefusedException.class)
                .rootCause()
                .hasMessageContaining("gewu.photos.s3.bucket");
        assertThatThrownBy(() -> open(with("gewu.photos.store", "ftp")))
                .rootCause()
                .hasMessageContaining("ftp");
    }

    private Map<String, String> with(String setting, String value) {
        var settings = new HashMap<>(settings());
        settings.put(setting, value);
        return settings;
    }

    private static String sha(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
