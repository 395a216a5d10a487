package city.gewu.evidence.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Bytes in the data directory, each under the hash of them: `evidence/ab/cdef…`. A file is whole
/// on the disk before anything names it.
@Component
public class PhotoShelf {

    private final Path folder;

    PhotoShelf(@Value("${gewu.data}") Path data) {
        this.folder = data.toAbsolutePath().normalize().resolve("evidence");
    }

    /// Where uploads lie that are not whole yet.
    public Path halfWay() throws IOException {
        return Files.createDirectories(folder.resolve("half-way"));
    }

    /// Keeps the bytes; answers their SHA-256 in lower-case hex.
    public String put(byte[] bytes) throws IOException {
        String sha = sha256(bytes);
        Path file = file(sha);
        if (!Files.exists(file) || Files.size(file) != bytes.length) {
            write(bytes, file);
        }
        return sha;
    }

    public byte[] get(String sha) throws IOException {
        return Files.readAllBytes(file(sha));
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path file(String sha) {
        return folder.resolve(sha.substring(0, 2)).resolve(sha.substring(2));
    }

    /// Writes beside and moves into place, so that a name never stands for half a photo.
    private static void write(byte[] bytes, Path file) throws IOException {
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
}
