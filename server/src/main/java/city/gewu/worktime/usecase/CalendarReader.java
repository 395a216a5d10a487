package city.gewu.worktime.usecase;

import city.gewu.engine.worktime.WorkCalendar;
import city.gewu.platform.RefusedException;
import city.gewu.worktime.model.CalendarFile;
import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads calendar files and accepts nothing it does not understand.
final class CalendarReader {

    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private CalendarReader() {}

    /// @param file as it was written
    /// @param calendar ready to be asked
    record Read(String version, CalendarFile file, WorkCalendar calendar) {}

    static Read read(String file, String content) {
        try {
            var described = YAML.readValue(content, CalendarFile.class);
            if (described == null) {
                throw bad(file, "it is empty");
            }
            return new Read(described.version(), described, new WorkCalendar(described.rules()));
        } catch (UnrecognizedPropertyException e) {
            throw bad(file, line(locate(content, e)) + "unknown key " + e.getPropertyName());
        } catch (JacksonException e) {
            throw bad(file, line(e.getLocation()) + reason(e));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw bad(file, String.valueOf(e.getMessage()));
        }
    }

    /// Where the unknown key stands; the exception itself points at the end of its object.
    private static @Nullable TokenStreamLocation locate(
            String content, UnrecognizedPropertyException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            path.append('/')
                    .append(
                            step.getPropertyName() == null
                                    ? String.valueOf(step.getIndex())
                                    : step.getPropertyName());
        }
        try (var tokens = YAML.createParser(content)) {
            while (tokens.nextToken() != null) {
                if (tokens.currentToken() == JsonToken.PROPERTY_NAME
                        && tokens.streamReadContext()
                                .pathAsPointer()
                                .toString()
                                .contentEquals(path)) {
                    return tokens.currentTokenLocation();
                }
            }
        }
        return null;
    }

    private static String line(@Nullable TokenStreamLocation at) {
        return at == null || at.getLineNr() < 1
                ? ""
                : "line %d, column %d: ".formatted(at.getLineNr(), at.getColumnNr());
    }

    private static String reason(JacksonException e) {
        return switch (e.getCause()) {
            case IllegalArgumentException ours -> String.valueOf(ours.getMessage());
            case DateTimeException ours -> String.valueOf(ours.getMessage());
            case null, default -> e.getOriginalMessage();
        };
    }

    private static RefusedException bad(String file, String reason) {
        return new RefusedException(
                "worktime.bad-calendar",
                "The calendar file (%s) cannot be read: %s".formatted(file, reason),
                "Correct the file and import it again.");
    }
}
