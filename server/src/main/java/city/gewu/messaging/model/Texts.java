package city.gewu.messaging.model;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The words of every topic in both languages, as the file of texts has them.
public final class Texts {

    private static final String FILE = "/messaging/texts.csv";
    private static final Map<String, NamedCsvRecord> ROWS = read();

    private Texts() {}

    public static boolean has(String topic) {
        return ROWS.containsKey(topic);
    }

    public static String title(String topic, String language, Map<String, String> values) {
        return fill(field(topic, "title_" + language), in(language, values));
    }

    public static String body(String topic, String language, Map<String, String> values) {
        return fill(field(topic, "body_" + language), in(language, values));
    }

    /// A value that is another word in another language is kept under its name and the language's.
    private static Map<String, String> in(String language, Map<String, String> values) {
        return values.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                one ->
                                        values.getOrDefault(
                                                one.getKey() + "." + language, one.getValue())));
    }

    private static String field(String topic, String name) {
        var row = ROWS.get(topic);
        if (row == null) {
            throw new IllegalArgumentException(
                    "There is no text for the topic (%s).".formatted(topic));
        }
        return row.getField(name);
    }

    private static String fill(String text, Map<String, String> values) {
        String filled = text;
        for (var value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled.strip();
    }

    private static Map<String, NamedCsvRecord> read() {
        try (InputStream file = Texts.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("The program lacks its file " + FILE);
            }
            try (CsvReader<NamedCsvRecord> csv =
                    CsvReader.builder()
                            .ofNamedCsvRecord(
                                    new InputStreamReader(file, StandardCharsets.UTF_8))) {
                return csv.stream()
                        .collect(
                                Collectors.toMap(
                                        row -> row.getField("topic"), Function.identity()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
