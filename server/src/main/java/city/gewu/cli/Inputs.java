package city.gewu.cli;

import city.gewu.platform.RefusedException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files named on the command line.
final class Inputs {

    private Inputs() {}

    /// Refuses a file that is not there or cannot be read, before anything is started.
    static void mustRead(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new RefusedException(
                    "cli.no-file",
                    "There is no file (%s).".formatted(file.toAbsolutePath().normalize()),
                    "Check the name; a relative one counts from the folder you are in.");
        }
        if (!Files.isReadable(file)) {
            throw new RefusedException(
                    "cli.no-right-to-read",
                    "The file (%s) may not be read by this user.".formatted(file),
                    "Give this user the right to read it.");
        }
    }
}
