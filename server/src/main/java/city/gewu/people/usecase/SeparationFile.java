package city.gewu.people.usecase;

import city.gewu.people.Post;
import city.gewu.people.Separation;
import city.gewu.people.Separation.Kind;
import city.gewu.people.Separations.Part;
import city.gewu.platform.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The rules of separation as the program brings them; all are in force.
final class SeparationFile {

    private static final String FILE = "/authority/separations.yaml";

    private SeparationFile() {}

    static List<Separation> read() {
        try (InputStream yaml = SeparationFile.class.getResourceAsStream(FILE)) {
            if (yaml == null) {
                throw new IllegalStateException("The program lacks its file " + FILE);
            }
            return YAMLMapper.builder()
                    .build()
                    .readTree(yaml)
                    .valueStream()
                    .map(SeparationFile::separation)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Separation separation(JsonNode rule) {
        var kind = Kind.valueOf(rule.get("kind").asString().toUpperCase(Locale.ROOT));
        var words = rule.get("words");
        return new Separation(
                rule.get("code").asString(),
                kind,
                names(rule.get("first"), kind),
                names(rule.get("second"), kind),
                new Named(words.get("zh").asString(), words.get("en").asString()),
                rule.has("source") ? rule.get("source").asString() : "",
                rule.get("may-switch").asBoolean(),
                true);
    }

    private static List<String> names(JsonNode written, Kind kind) {
        return written.valueStream()
                .map(JsonNode::asString)
                .map(name ->
                        switch (kind) {
                            case POSTS -> Post.valueOf(name).name();
                            case PARTS -> Part.valueOf(name).name();
                        })
                .toList();
    }
}
