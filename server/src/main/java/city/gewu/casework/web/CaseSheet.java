package city.gewu.casework.web;

import city.gewu.casework.Position;
import city.gewu.casework.store.CaseLine;
import city.gewu.platform.FormulaGuard;
import city.gewu.platform.Named;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// A case as a row of a table for people (案件清单), in their language and the city's time.
final class CaseSheet {

    private static final String WORDS = "/casework/sheet-words.csv";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final List<String> COLUMNS =
            List.of(
                    "case_no",
                    "state",
                    "category",
                    "major_name",
                    "category_name",
                    "source",
                    "description",
                    "address",
                    "department",
                    "department_name",
                    "longitude",
                    "latitude",
                    "reported_at",
                    "due_at",
                    "ended_at",
                    "light",
                    "round");
    private static final Map<String, Named> KNOWN = read();

    private final Names names;
    private final ZoneId zone;
    private final boolean english;
    private final Instant now;

    CaseSheet(Names names, ZoneId zone, boolean english, Instant now) {
        this.names = names;
        this.zone = zone;
        this.english = english;
        this.now = now;
    }

    private static Map<String, Named> read() {
        try (InputStream file =
                        Objects.requireNonNull(CaseSheet.class.getResourceAsStream(WORDS), WORDS);
                var rows = CsvReader.builder().ofNamedCsvRecord(file, StandardCharsets.UTF_8)) {
            var known = new HashMap<String, Named>();
            rows.forEach(row ->
                    known.put(
                            row.getField("key"),
                            new Named(row.getField("zh"), row.getField("en"))));
            return Map.copyOf(known);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What a key of the words is called, if it has words.
    static Optional<Named> findWords(String key) {
        return Optional.ofNullable(KNOWN.get(key));
    }

    List<String> header() {
        return COLUMNS.stream().map(column -> word("column." + column)).toList();
    }

    List<String> row(CaseLine line) {
        return Stream.of(
                        line.caseNo(),
                        word("state." + kebab(line.state())),
                        line.category(),
                        text(names.major(line.category())),
                        text(names.category(line.category())),
                        word("source." + kebab(line.source())),
                        line.description(),
                        line.address(),
                        line.department(),
                        line.department().isEmpty()
                                ? ""
                                : text(names.department(line.department())),
                        line.position().map(Position::longitude).map(String::valueOf).orElse(""),
                        line.position().map(Position::latitude).map(String::valueOf).orElse(""),
                        moment(line.times().reportedAt()),
                        line.times().dueAt().map(this::moment).orElse(""),
                        line.times().endedAt().map(this::moment).orElse(""),
                        word("light." + line.times().light(now).code()),
                        String.valueOf(line.round()))
                .map(FormulaGuard::guarded)
                .toList();
    }

    private String word(String key) {
        return findWords(key).map(this::text).orElse(key.substring(key.indexOf('.') + 1));
    }

    private String text(Named name) {
        return english && !name.en().isBlank() ? name.en() : name.zh();
    }

    private String moment(Instant moment) {
        return MOMENT.format(moment.atZone(zone));
    }

    private static String kebab(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
