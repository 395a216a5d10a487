package city.gewu.database;

import city.gewu.platform.RefusedException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// Unpacks the native server from its artifact on the class path.
final class PostgresBinaries {

    private PostgresBinaries() {}

    /// The folder with `bin/postgres`, unpacked once for each version; a copy that was cut off is
    /// never taken for a whole one.
    static Path unpack(Path root) throws IOException {
        URLConnection archive = archive().openConnection();
        Path home = root.resolve("postgres-" + Long.toHexString(archive.getContentLengthLong()));
        if (Files.exists(home.resolve("bin/postgres"))) {
            archive.getInputStream().close();
            return home;
        }
        Files.createDirectories(root);
        Path half = Files.createTempDirectory(root, "unpacking");
        try (var tar =
                new TarArchiveInputStream(
                        new XZInputStream(
                                new BufferedInputStream(archive.getInputStream(), 1 << 16)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpackEntry(tar, entry, half);
            }
        }
        Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
        return home;
    }

    private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path into)
            throws IOException {
        Path to = into.resolve(entry.getName()).normalize();
        if (!to.startsWith(into)) {
            throw new IOException("The archive has an entry outside itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(to);
            return;
        }
        Files.createDirectories(to.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(to, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, to);
        if (entry.getName().contains("bin/") && !to.toFile().setExecutable(true, false)) {
            throw new IOException("Cannot make " + to + " executable.");
        }
    }

    private static URL archive() {
        String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        String name =
                switch (machine) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> machine;
                };
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String platform = system.startsWith("mac") ? "darwin" : "linux";
        URL found =
                PostgresBinaries.class.getResource("/postgres-%s-%s.txz".formatted(platform, name));
        if (found == null) {
            throw new RefusedException(
                    "database.no-binaries",
                    "There is no embedded PostgreSQL for this machine (%s, %s)."
                            .formatted(platform, machine),
                    "Use a PostgreSQL 16 or newer server with --db.");
        }
        return found;
    }
}
