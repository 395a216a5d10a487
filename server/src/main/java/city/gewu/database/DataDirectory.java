package city.gewu.database;

import city.gewu.platform.RefusedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The folder that holds everything one city owns, with one owner at a time. The system drops the
/// lock when the process dies, however it dies.
public final class DataDirectory implements AutoCloseable {

    private final Path root;
    private final FileChannel lock;

    private DataDirectory(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /// Opens the folder, making it when it is not there; refused with `data.in-use` while another
    /// process owns it and with `data.not-writable` when it cannot be written.
    public static DataDirectory open(Path root) {
        Path absolute = root.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
            var file = absolute.resolve("owner");
            var channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                String owner = read(channel);
                channel.close();
                throw inUse(absolute, owner);
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(
                            Long.toString(ProcessHandle.current().pid())
                                    .getBytes(StandardCharsets.UTF_8)));
            return new DataDirectory(absolute, channel);
        } catch (FileSystemException e) {
            throw new RefusedException(
                    "data.not-writable",
                    "The data directory (%s) cannot be written: %s.".formatted(absolute, reason(e)),
                    "Give this user the right to write there, or name another folder with --data.");
        } catch (IOException e) {
            throw new RefusedException(
                    "data.not-writable",
                    "The data directory (%s) cannot be written: %s."
                            .formatted(absolute, e.getMessage()),
                    "Free some space, or name another folder with --data.");
        }
    }

    public Path root() {
        return root;
    }

    /// A folder inside, made when it is not there.
    public Path folder(String name) throws IOException {
        return Files.createDirectories(root.resolve(name));
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static RefusedException inUse(Path root, String owner) {
        return new RefusedException(
                "data.in-use",
                "Another Gewu process (%s) owns the data directory (%s)."
                        .formatted(owner.isBlank() ? "unknown" : "pid " + owner, root),
                "Stop that process first, or name another folder with --data.");
    }

    private static String read(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(32);
        channel.read(bytes, 0);
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).strip();
    }

    private static String reason(FileSystemException e) {
        String reason = e.getReason();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }
}
