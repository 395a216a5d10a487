package city.gewu.lake;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What the server asks for, a JSON file.
///
/// @param root folder of the archive, from which `city=…/month=…` are read off the paths
/// @param views name of each view the statement names, with its files
/// @param sql answers `kind, subject` and then `integers` whole numbers
public record Job(String root, Map<String, List<String>> views, String sql, int integers) {

    public Job {
        Objects.requireNonNull(root, "The job has no root.");
        Objects.requireNonNull(sql, "The job has no statement.");
        views = Map.copyOf(views);
    }

    static Job read(Path file) throws IOException {
        return new ObjectMapper().readValue(file.toFile(), Job.class);
    }
}
