package city.gewu.evidence.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.database.TestDatabase;
import city.gewu.evidence.PhotoSight;
import city.gewu.people.Actor;
import city.gewu.people.Post;
import city.gewu.platform.web.Controllers;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class PhotoJourneyTest {

    private static final Actor SUPERVISOR =
            new Actor("account:wang", "王", Set.of(Post.SUPERVISOR), "");
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneOffset.UTC);

    @TempDir Path data;
    private final Set<String> inCase = new HashSet<>();
    private Actor who = SUPERVISOR;
    private MockMvcTester http;

    @BeforeEach
    void open() {
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("gewu.data", data.toString())));
        context.registerBean(
                PhotoSight.class, () -> (_, photo, _) -> inCase.contains(photo.value()));
        context.registerBean(Clock.class, () -> CLOCK);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(TestDatabase.fresh()));
        context.scan("city.gewu.evidence");
        context.refresh();
        http = Controllers.signedIn(() -> who, context.getBean(PhotoController.class));
    }

    @Test
    void aPhotoIsShownToWhoBroughtItInAndToWhoSeesItsCase() throws IOException {
        var sent = send(picture("jpg", 640, 480));
        String location = Objects.requireNonNull(sent.getResponse().getHeader("Location"));
        String id = location.substring(location.lastIndexOf('/') + 1);
        assertThat(http.get().uri("/api/photos/" + id)).hasStatusOk();

        who = new Actor("account:li", "李", Set.of(Post.HANDLER), "SZ");
        assertThat(http.get().uri("/api/photos/" + id)).hasStatus(404);
        assertThat(http.get().uri("/api/cases/7/photos/" + id)).hasStatus(404);

        inCase.add(id);
        assertThat(http.get().uri("/api/cases/7/photos/" + id)).hasStatusOk();
    }

    @Test
    void aPhotoComesBackByteForByte() throws IOException {
        byte[] photo = picture("jpg", 640, 480);

        var sent = send(photo);
        assertThat(sent).hasStatus(201);
        String location = Objects.requireNonNull(sent.getResponse().getHeader("Location"));

        var back = http.get().uri(location).exchange();
        assertThat(back)
                .hasStatusOk()
                .hasContentType("image/jpeg")
                .hasHeader("X-Content-Type-Options", "nosniff");
        assertThat(back.getResponse().getHeader("Cache-Control")).contains("private");
        assertThat(back.getResponse().getContentAsByteArray()).isEqualTo(photo);
    }

    @Test
    void theSamePhotoSentTwiceIsKeptOnce() throws IOException {
        byte[] photo = picture("png", 20, 10);
        send(photo);
        send(photo);
        try (var files = Files.walk(data.resolve("evidence"))) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void aFileThatIsNoPhotoIsRefused() {
        assertThat(send("<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("evidence.not-a-photo");
    }

    @Test
    void aPictureThatWouldUnfoldIntoGigabytesIsRefused() throws IOException {
        byte[] bomb = picture("png", 20, 10);
        for (int i = 16; i < 24; i++) {
            bomb[i] = (byte) (i % 4 < 2 ? 0 : 0xFF);
        }
        assertThat(send(bomb))
                .hasStatus(413)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("evidence.too-large");
    }

    @Test
    void aPhotoNobodySentIsNotFound() {
        assertThat(http.get().uri("/api/photos/" + "0".repeat(64)).exchange())
                .hasStatus(404)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("evidence.not-found");
        assertThat(http.get().uri("/api/photos/..%2f..%2fetc").exchange())
                .hasStatus4xxClientError();
    }

    @Test
    void moreThanTenMegabytesAreRefused() throws IOException {
        byte[] large = Arrays.copyOf(picture("jpg", 10, 10), 10 * 1024 * 1024 + 1);
        assertThat(send(large)).bodyJson().extractingPath("$.code").isEqualTo("evidence.too-large");
    }

    private MvcTestResult send(byte[] bytes) {
        return http.post()
                .uri("/api/photos")
                .multipart()
                .file(new MockMultipartFile("file", "photo", "image/jpeg", bytes))
                .exchange();
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }
}
