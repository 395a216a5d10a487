package city.gewu.evidence.usecase;

import city.gewu.evidence.Evidence;
import city.gewu.evidence.model.PhotoHeader;
import city.gewu.evidence.store.PhotoStore;
import city.gewu.people.Actor;
import city.gewu.platform.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Photos in the data directory, each under the hash of its bytes: `evidence/ab/cdef…`. The file is
/// whole on the disk before the table names it.
@Component
class PhotoArchive implements Evidence {

    private static final int LARGEST = 10 * 1024 * 1024;
    private static final long MOST_PIXELS = 120_000_000;

    private final Path folder;
    private final PhotoStore photos;
    private final Clock clock;

    PhotoArchive(@Value("${gewu.data}") Path data, PhotoStore photos, Clock clock) {
        this.folder = data.toAbsolutePath().normalize().resolve("evidence");
        this.photos = photos;
        this.clock = clock;
    }

    @Override
    public PhotoId keep(InputStream stream, Actor by) throws IOException {
        byte[] bytes = stream.readNBytes(LARGEST + 1);
        var header = check(bytes);
        var id = new PhotoId(HexFormat.of().formatHex(sha256(bytes)));
        write(bytes, file(id));
        photos.addPhoto(id, header, bytes.length, by.id(), clock.instant());
        return id;
    }

    @Override
    public Optional<Photo> findPhoto(PhotoId id) {
        return photos.findPhoto(id)
                .map(known -> new Photo(id, known.mediaType(), known.bytes(), file(id)));
    }

    @Override
    public boolean wasKeptBy(PhotoId id, Actor by) {
        return photos.wasKeptBy(id, by.id());
    }

    private static PhotoHeader check(byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw new RefusedException(
                    "evidence.too-large",
                    "The photo is larger than the limit (%d MB).".formatted(LARGEST >> 20),
                    "Send it in a lower resolution.");
        }
        var header =
                PhotoHeader.read(bytes)
                        .orElseThrow(() ->
                                new RefusedException(
                                        "evidence.not-a-photo",
                                        "The file (%d bytes) is no JPEG, PNG or WebP picture."
                                                .formatted(bytes.length),
                                        "Choose a photo in one of these formats."));
        if (header.pixels() > MOST_PIXELS) {
            throw new RefusedException(
                    "evidence.too-large",
                    "The photo has more pixels (%d × %d) than the limit (%d million)."
                            .formatted(header.width(), header.height(), MOST_PIXELS / 1_000_000),
                    "Send it in a lower resolution.");
        }
        return header;
    }

    private Path file(PhotoId id) {
        return folder.resolve(id.value().substring(0, 2)).resolve(id.value().substring(2));
    }

    /// Writes beside and moves into place, so that a name never stands for half a photo.
    private static void write(byte[] bytes, Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) == bytes.length) {
            return;
        }
        Files.createDirectories(file.getParent());
        Path half = Files.createTempFile(file.getParent(), "half-", ".tmp");
        try {
            try (var channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
                var buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(
                    half,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
