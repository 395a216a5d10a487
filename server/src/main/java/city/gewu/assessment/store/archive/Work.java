package city.gewu.assessment.store.archive;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What an engine is asked for: a statement over views, each of some files of the archive.
///
/// @param root folder of the archive, from which `city=…/month=…` are read off the paths
/// @param views name of each view, with its files
/// @param sql answers `kind, subject` and then `integers` whole numbers
public record Work(Path root, Map<String, List<Path>> views, String sql, int integers) {

    public Work {
        views = Map.copyOf(views);
    }

    /// Takes the rows as they come.
    @FunctionalInterface
    public interface Rows {

        /// @param integers are filled anew for every row
        void row(int kind, String subject, long[] integers);
    }
}
