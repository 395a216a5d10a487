package city.gewu.appraisal.store;

import city.gewu.appraisal.model.Scheme;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Repository;
import tools.jackson.core.JacksonException;

/// The example schemes that come with the platform: one YAML file each under `schemes/`. A file
/// that says anything unknown stops the start with its name.
@Repository
public class SchemeFiles {

    private static final String FILES = "classpath*:schemes/*.yaml";

    private final List<Scheme> schemes;

    SchemeFiles() throws IOException {
        var read = new TreeMap<String, Scheme>();
        for (var file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
            read.put(Objects.requireNonNull(file.getFilename()), read(file));
        }
        schemes = List.copyOf(read.values());
    }

    /// In the order of the file names.
    public List<Scheme> list() {
        return schemes;
    }

    private static Scheme read(Resource file) throws IOException {
        try (var in = file.getInputStream()) {
            return SchemeText.readYaml(in);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The scheme file (%s) cannot be used: %s"
                            .formatted(file.getFilename(), e.getMessage()),
                    e);
        }
    }
}
