package city.gewu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A table that people review: compared, or written again with `-Dgolden.write=true`.
public final class GoldenFile {

    private GoldenFile() {}

    public static void check(Path file, String actual) throws IOException {
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, actual);
        }
        assertThat(actual)
                .as("%s; write it again with -Dgolden.write=true", file)
                .isEqualTo(Files.readString(file));
    }
}
