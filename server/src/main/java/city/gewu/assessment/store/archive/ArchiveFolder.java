package city.gewu.assessment.store.archive;

import city.gewu.platform.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A folder of archived months: `city=JM/month=2026-09/` with a manifest and a file for each
/// source. A month is made in a hidden folder beside and moved into its place whole: it is there or
/// it is not.
public final class ArchiveFolder {

    public static final String MANIFEST = "manifest.json";

    private static final String CITY = "city=";
    private static final String MONTH = "month=";
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private final Path root;

    public ArchiveFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    public Path root() {
        return root;
    }

    /// A month that is kept.
    public record Kept(Manifest manifest, Path folder) {

        public Path file(Manifest.KeptFile file) {
            return folder.resolve(file.file());
        }
    }

    /// Lets nobody else write into the folder until it is closed; refused with `archive.busy` while
    /// somebody does.
    public Held hold() {
        try {
            Files.createDirectories(root);
            var channel =
                    FileChannel.open(
                            root.resolve(".lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            var lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new RefusedException(
                        "archive.busy",
                        "Another process writes into the archive (%s).".formatted(root),
                        "Wait until it is done.");
            }
            return new Held(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The folder while it is held.
    public record Held(FileChannel channel) implements AutoCloseable {
        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// All months of all cities, by city and month.
    public List<Kept> list() {
        var kept = new ArrayList<Kept>();
        for (var city : children(root, CITY)) {
            for (var month : children(city, MONTH)) {
                kept.add(read(month));
            }
        }
        return kept;
    }

    public Optional<Kept> find(String city, YearMonth month) {
        var folder = folder(city, month);
        return Files.isDirectory(folder) ? Optional.of(read(folder)) : Optional.empty();
    }

    /// An empty hidden folder to make a month in; what a killed process left there is gone.
    public Path begin(String city, YearMonth month) {
        try {
            var half = root.resolve("." + CITY + city + "." + MONTH + month + ".half");
            delete(half);
            return Files.createDirectories(half);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The manifest of a month that is being made, on the disk.
    ///
    /// @return its SHA-256
    public String describe(Path half, Manifest manifest) {
        try {
            var file = half.resolve(MANIFEST);
            Files.writeString(file, JSON.writeValueAsString(manifest) + "\n");
            delete(half.resolve("spill"));
            return sha256(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Puts the month into its place.
    public Kept finish(Path half, Manifest manifest) {
        var city = root.resolve(CITY + manifest.city());
        var folder = folder(manifest.city(), manifest.month());
        try {
            for (var file : manifest.files()) {
                sync(half.resolve(file.file()));
            }
            sync(half.resolve(MANIFEST));
            sync(half);
            Files.createDirectories(city);
            Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
            sync(city);
            sync(root);
            return new Kept(manifest, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Takes away what a refused month left.
    public void abandon(Path half) {
        try {
            delete(half);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The SHA-256 of a file's bytes, hexadecimal.
    public static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    private Path folder(String city, YearMonth month) {
        return root.resolve(CITY + city).resolve(MONTH + month);
    }

    private static Kept read(Path folder) {
        var file = folder.resolve(MANIFEST);
        try {
            var manifest = JSON.readValue(file.toFile(), Manifest.class);
            if (manifest.format() != Manifest.FORMAT) {
                throw new IllegalArgumentException(
                        "its format is %d, not %d".formatted(manifest.format(), Manifest.FORMAT));
            }
            return new Kept(manifest, folder);
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new RefusedException(
                    "archive.unreadable",
                    "The manifest (%s) cannot be read: %s."
                            .formatted(file, firstLine(e.getMessage())),
                    "Bring the folder of the month back from a copy, or move it away and archive the month again.");
        }
    }

    private static String firstLine(@Nullable String text) {
        return text == null ? "no message" : text.lines().findFirst().orElse("");
    }

    private static List<Path> children(Path folder, String prefix) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var found = Files.list(folder)) {
            return found.filter(Files::isDirectory)
                    .filter(it -> it.getFileName().toString().startsWith(prefix))
                    .sorted(Comparator.comparing(it -> it.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sync(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path directory, @Nullable IOException failure) throws IOException {
                        Files.delete(directory);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
