package city.gewu.territory;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Real files that are too large, or not ours, to keep beside the code. `GEWU_SHARED` names the
/// folder that has `data/boston`; otherwise a folder `shared` beside the project or above it is
/// taken.
public final class RealData {

    private RealData() {}

    /// The folder with the Boston files; the test is skipped when there is none.
    public static Path boston() {
        var found =
                Stream.concat(named(), Stream.iterate(here(), p -> p != null, Path::getParent))
                        .flatMap(p -> Stream.of(p, p.resolve("shared")))
                        .map(p -> p.resolve("data/boston"))
                        .filter(Files::isDirectory)
                        .findFirst();
        Assumptions.assumeTrue(
                found.isPresent(),
                "Skipped: no folder data/boston; set GEWU_SHARED to the folder that has it.");
        return found.orElseThrow();
    }

    private static Stream<Path> named() {
        return Optional.ofNullable(System.getProperty("GEWU_SHARED", System.getenv("GEWU_SHARED")))
                .map(Path::of)
                .stream();
    }

    private static Path here() {
        return Path.of("").toAbsolutePath();
    }
}
