package city.gewu.evidence.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Photos in a folder of the data directory.
final class DiskShelf implements PhotoShelf {

    private final Path folder;

    DiskShelf(Path folder) {
        this.folder = folder;
    }

    @Override
    public String put(byte[] bytes) throws IOException {
        String sha = PhotoShelf.sha256(bytes);
        Path file = file(sha);
        if (!Files.exists(file) || Files.size(file) != bytes.length) {
            write(bytes, file);
        }
        return sha;
    }

    @Override
    public byte[] get(String sha) throws IOException {
        return Files.readAllBytes(file(sha));
    }

    private Path file(String sha) {
        return folder.resolve(PhotoShelf.name(sha));
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
