package city.gewu.demo.usecase;

import city.gewu.demo.DemoSummary.FollowCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Codes that the reports of the demo city's citizens are followed by, beside the sign-ins and like
/// them for its owner alone: whoever has a code may follow, and rate.
@Component
class FollowCodesFile {

    private final Path file;

    FollowCodesFile(@Value("${gewu.data}") Path data) {
        this.file = data.toAbsolutePath().normalize().resolve("follow-codes.json");
    }

    Path path() {
        return file;
    }

    /// The file is replaced whole.
    void write(List<FollowCode> codes) throws IOException {
        OwnersFile.replace(file, codes);
    }
}
