package city.gewu.evidence.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.audit.Audit;
import city.gewu.audit.AuditEntry;
import city.gewu.casework.CityFixture;
import city.gewu.database.TestDatabase;
import city.gewu.database.TestModule;
import city.gewu.evidence.Evidence.PhotoId;
import city.gewu.evidence.PhotoSight;
import city.gewu.evidence.model.PhotoHeader;
import city.gewu.evidence.model.PictureCopy;
import city.gewu.evidence.model.SamplePhotos;
import city.gewu.people.Actor;
import city.gewu.people.Post;
import city.gewu.platform.web.Controllers;
import city.gewu.territory.Territory;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    final Set<String> inCase = new HashSet<>();
    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient db = JdbcClient.create(database);
    private final Heard heard = new Heard();
    private Actor who = SUPERVISOR;
    MockMvcTester http;

    @BeforeEach
    void open() {
        open(settings());
    }

    /// Where the photos lie, as settings of the server.
    Map<String, String> settings() {
        return Map.of();
    }

    /// The folder that the photos come to lie in.
    Path photos() {
        return data.resolve("evidence");
    }

    /// Starts the server anew.
    final void open(Map<String, String> settings) {
        var all = new HashMap<String, Object>(settings);
        all.put("gewu.data", data.toString());
        var context =
                TestModule.start(
                        database,
                        CLOCK,
                        town -> {
                            town.getEnvironment()
                                    .getPropertySources()
                                    .addFirst(new MapPropertySource("test", all));
                            town.registerBean(PhotoSight.class, () -> new OneCase(inCase));
                            town.registerBean(Territory.class, CityFixture.Town::new);
                            town.registerBean(Audit.class, () -> heard);
                        },
                        "city.gewu.evidence");
        http =
                Controllers.signedIn(
                        () -> who,
                        context.getBean(PhotoController.class),
                        context.getBean(UploadController.class),
                        context.getBean(PublicationController.class),
                        context.getBean(OriginalController.class));
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
        assertThat(back.getResponse().getContentAsByteArray())
                .isEqualTo(PictureCopy.of(photo, PhotoHeader.read(photo).orElseThrow(), 1).bytes());
    }

    @Test
    void theOriginalIsOpenedForAReasonThatTheLogHas() throws Exception {
        byte[] photo = SamplePhotos.withFacts(SamplePhotos.street(1, 640, 480), 1);
        String id = kept(photo);
        inCase.add(id);
        assertThat(new String(bytes("/api/photos/" + id), StandardCharsets.ISO_8859_1))
                .doesNotContain("2026:03:02");

        String address = "/api/cases/7/photos/%s/original".formatted(id);
        assertThat(ask(address, " ")).hasStatus(422);
        assertThat(heard.entries).isEmpty();
        var opened = ask(address, "复核");
        assertThat(opened).hasStatusOk().hasHeader("Cache-Control", "no-store");
        assertThat(opened.getResponse().getContentAsByteArray()).isEqualTo(photo);
        assertThat(heard.entries)
                .singleElement()
                .satisfies(entry -> assertThat(entry.details()).containsEntry("reason", "复核"));
        var facts = ask("/api/cases/7/photos/%s/facts".formatted(id), "复核");
        assertThat(facts).bodyJson().extractingPath("$.takenAt").isEqualTo("2026-03-02T01:00:00Z");
        assertThat(facts).bodyJson().extractingPath("$.device").isEqualTo("Mate 60");
        assertThat(facts).bodyJson().extractingPath("$.secondsAfterReport").isEqualTo(0);
        assertThat(facts).bodyJson().extractingPath("$.metres").isEqualTo(334);
        assertThat(facts).bodyJson().extractingPath("$.signs").asArray().containsExactly("FAR");
        assertThat(heard.entries)
                .extracting(AuditEntry::action)
                .containsExactly("photos.original.open", "photos.facts.open");
    }

    @Test
    void aBlurredCopyIsAnotherPictureAndTheOriginalStays() throws Exception {
        String id = kept(SamplePhotos.street(1, 640, 480));
        inCase.add(id);
        byte[] before = bytes("/api/cases/7/photos/" + id);
        String blurs = "/api/cases/7/photos/%s/blurs".formatted(id);
        String covered = "{\"version\":0,\"blurs\":[{\"x\":0.2,\"y\":0.2,\"w\":0.5,\"h\":0.5}]}";

        assertThat(http.put().uri(blurs).contentType("application/json").content(covered))
                .hasStatusOk();
        assertThat(http.put().uri(blurs).contentType("application/json").content(covered))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("evidence.stale");

        assertThat(http.get().uri(blurs)).bodyJson().extractingPath("$.version").isEqualTo(1);
        assertThat(bytes("/api/cases/7/photos/%s/published".formatted(id))).isNotEqualTo(before);
        assertThat(bytes("/api/cases/7/photos/" + id)).isEqualTo(before);
        assertThat(heard.entries).extracting(AuditEntry::action).contains("photos.blurs.keep");
    }

    @Test
    void anUploadThatBrokeOffGoesOnAfterTheServerWasStartedAnew() throws Exception {
        byte[] photo = SamplePhotos.street(3, 640, 480);
        String upload = begun(photo.length);
        assertThat(piece(upload, 0, Arrays.copyOf(photo, 1000), ""))
                .hasStatus(204)
                .hasHeader("Upload-Offset", "1000");

        open();

        assertThat(http.head().uri(upload).header("Tus-Resumable", "1.0.0"))
                .hasStatusOk()
                .hasHeader("Upload-Offset", "1000")
                .hasHeader("Upload-Length", Integer.toString(photo.length));
        assertThat(piece(upload, 0, new byte[10], "")).hasStatus(409);
        byte[] rest = Arrays.copyOfRange(photo, 1000, photo.length);
        assertThat(piece(upload, 1000, rest, "sha256 " + "A".repeat(43) + "=")).hasStatus(460);
        String right =
                Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-256").digest(rest));
        var finished = piece(upload, 1000, rest, "sha256 " + right);
        assertThat(finished).hasStatus(204);
        String id = Objects.requireNonNull(finished.getResponse().getHeader("Gewu-Photo"));
        assertThat(id)
                .isEqualTo(
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(photo)));
        assertThat(http.get().uri("/api/photos/" + id + "?small=true")).hasStatusOk();
    }

    @Test
    void anUploadIsOnesOwnAndCanBeStopped() throws Exception {
        String upload = begun(2000);
        who = new Actor("account:li", "李", Set.of(Post.HANDLER), "SZ");
        assertThat(piece(upload, 0, new byte[10], "")).hasStatus(404);
        who = SUPERVISOR;
        assertThat(http.delete().uri(upload).header("Tus-Resumable", "1.0.0")).hasStatus(204);
        assertThat(http.head().uri(upload).header("Tus-Resumable", "1.0.0")).hasStatus(404);
        assertThat(http.head().uri(upload)).hasStatus(412);
        assertThat(http.options().uri("/api/uploads"))
                .hasStatus(204)
                .hasHeader("Tus-Version", "1.0.0");
    }

    @Test
    void anUploadThatIsNoPhotoIsRefusedWhenItIsWhole() throws Exception {
        String upload = begun(10);
        assertThat(piece(upload, 0, new byte[10], ""))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("evidence.not-a-photo");
        assertThat(http.head().uri(upload).header("Tus-Resumable", "1.0.0")).hasStatus(404);
    }

    final String begun(int length) {
        var begun =
                http.post()
                        .uri("/api/uploads")
                        .header("Tus-Resumable", "1.0.0")
                        .header("Upload-Length", Integer.toString(length))
                        .exchange();
        assertThat(begun).hasStatus(201);
        return Objects.requireNonNull(begun.getResponse().getHeader("Location"));
    }

    final MvcTestResult piece(String upload, long offset, byte[] bytes, String checksum) {
        var request =
                http.patch()
                        .uri(upload)
                        .header("Tus-Resumable", "1.0.0")
                        .header("Upload-Offset", Long.toString(offset))
                        .contentType("application/offset+octet-stream")
                        .content(bytes);
        return (checksum.isEmpty() ? request : request.header("Upload-Checksum", checksum))
                .exchange();
    }

    final MvcTestResult ask(String address, String reason) {
        return http.post()
                .uri(address)
                .contentType("application/json")
                .content("{\"reason\":\"%s\"}".formatted(reason))
                .exchange();
    }

    final byte[] bytes(String address) {
        var answer = http.get().uri(address).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }

    final String kept(byte[] photo) {
        String location = Objects.requireNonNull(send(photo).getResponse().getHeader("Location"));
        return location.substring(location.lastIndexOf('/') + 1);
    }

    @Test
    void theSamePhotoSentTwiceIsKeptOnce() throws IOException {
        byte[] photo = picture("png", 20, 10);
        send(photo);
        send(photo);
        String copies = "select count(*) from evidence.photo_copy";
        try (var files = Files.walk(photos())) {
            assertThat(files.filter(Files::isRegularFile)).hasSizeBetween(2, 3);
        }
        assertThat(db.sql(copies).query(Integer.class).single()).isEqualTo(2);
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

    final MvcTestResult send(byte[] bytes) {
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

    /// A case that carries what it was given.
    private record OneCase(Set<String> photos) implements PhotoSight {

        @Override
        public Optional<PhotographedCase> findCase(long caseId, Actor actor) {
            return Optional.of(
                    new PhotographedCase(
                            caseId,
                            "JM7",
                            CLOCK.instant(),
                            Optional.of(new PhotoSight.Spot(112.2, 31.033)),
                            photos.stream().map(PhotoId::new).toList(),
                            List.of(),
                            List.of()));
        }

        @Override
        public List<PhotographedCase> listCarrying(Collection<PhotoId> wanted, Actor actor) {
            return findCase(7, actor).stream().toList();
        }
    }

    /// Keeps what the log was told.
    private static final class Heard implements Audit {

        private final List<AuditEntry> entries = new ArrayList<>();

        @Override
        public void record(AuditEntry entry) {
            entries.add(entry);
        }

        @Override
        public int sealFinishedDays() {
            return 0;
        }

        @Override
        public Verification verify(Consumer<String> findings) {
            return new Verification(entries.size(), 0, 0);
        }
    }
}
