package city.gewu.exchange.cityfile;

import city.gewu.exchange.model.CitySettings;
import city.gewu.platform.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads a city file, YAML: strictly, so that a misspelt key is refused where it stands and never
/// passed over.
public final class CityFileReader {

    /// Finds keys that are too many, and values of the wrong kind.
    private static final YAMLMapper KNOWN =
            YAMLMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /// Finds keys that are missing or blank. Comes second, so that a misspelt key is called that,
    /// and not missing.
    private static final YAMLMapper COMPLETE =
            KNOWN.rebuild().enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES).build();

    private CityFileReader() {}

    /// The settings of the file; refused with `exchange.bad-city-file`, its line and what to do.
    public static CitySettings read(Path file) {
        try {
            return new CityResolution(file).resolve(parse(file, Files.readString(file)));
        } catch (NoSuchFileException e) {
            throw new RefusedException(
                    "exchange.missing-file",
                    "There is no city file (%s).".formatted(file),
                    "Name one with --city, for example examples/boston/city.yaml.");
        } catch (IOException e) {
            throw bad(file, "cannot be read: " + e.getMessage(), "Check that it is UTF-8 text.");
        }
    }

    private static WrittenCity parse(Path file, String text) {
        try {
            if (KNOWN.readValue(text, WrittenCity.class) == null) {
                throw bad(file, "is empty", "Start from examples/boston/city.yaml.");
            }
        } catch (JacksonException e) {
            throw explained(file, e);
        }
        try {
            return COMPLETE.readValue(text, WrittenCity.class);
        } catch (JacksonException e) {
            throw bad(
                    file,
                    "lacks a key or leaves it blank (%s)%s".formatted(path(e), place(e)),
                    "Add it; examples/boston/city.yaml shows every key.");
        }
    }

    static RefusedException bad(Path file, String what, String advice) {
        return new RefusedException(
                "exchange.bad-city-file", "The city file (%s) %s.".formatted(file, what), advice);
    }

    private static RefusedException explained(Path file, JacksonException e) {
        var where = place(e);
        var path = path(e);
        var near = path.isEmpty() ? "" : " (%s)".formatted(path);
        if (e instanceof UnrecognizedPropertyException unknown) {
            var known =
                    unknown.getKnownPropertyIds().stream()
                            .map(Object::toString)
                            .sorted()
                            .collect(Collectors.joining(", "));
            return bad(
                    file,
                    "has an unknown key%s%s".formatted(near, where),
                    "Correct the key or take it out; known here: %s.".formatted(known));
        }
        return bad(
                file,
                "is wrong%s%s: %s".formatted(near, where, firstLine(e.getOriginalMessage())),
                "Correct that place; examples/boston/city.yaml shows every key.");
    }

    private static String place(JacksonException e) {
        var at = e.getLocation();
        return at == null || at.getLineNr() < 1
                ? ""
                : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    }

    private static String path(JacksonException e) {
        return e.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null
                                ? "[%d]".formatted(step.getIndex())
                                : step.getPropertyName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
