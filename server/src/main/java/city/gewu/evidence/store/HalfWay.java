package city.gewu.evidence.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Where uploads lie that are not whole yet: always on the server's own disk, whatever shelf their
/// photos come to stand on, so that they survive a store that is away.
@Component
public class HalfWay {

    private final Path folder;

    HalfWay(@Value("${gewu.data}") Path data) {
        this.folder = data.toAbsolutePath().normalize().resolve("evidence").resolve("half-way");
    }

    public Path file(UUID upload) throws IOException {
        return Files.createDirectories(folder).resolve(upload.toString());
    }
}
