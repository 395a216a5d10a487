package city.gewu.casework.web;

import city.gewu.casework.Position;
import city.gewu.casework.store.CaseLine;
import city.gewu.platform.FormulaGuard;
import city.gewu.platform.Moments;
import city.gewu.platform.Named;
import city.gewu.platform.RefusedException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
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

    /// A column of the list on the desk, and what of a case it writes into a file: what a reader
    /// sees as one cell a spreadsheet has apart.
    enum Part {
        NUMBER("case_no"),
        STATE("state"),
        CATEGORY("category major_name category_name"),
        SOURCE("source"),
        DESCRIPTION("description"),
        ADDRESS("address"),
        DEPARTMENT("department department_name"),
        POSITION("longitude latitude"),
        REPORTED("reported_at"),
        TIME("due_at light"),
        ENDED("ended_at"),
        ROUND("round"),
        RETURNS("returns"),
        EXTENSIONS("extensions"),
        REQUEST("request"),
        REVIEW("review_on"),
        APPEAL("appeal");

        private final String columns;

        /// @param columns separated by blanks
        Part(String columns) {
            this.columns = columns;
        }

        List<String> columns() {
            return List.of(columns.split(" "));
        }
    }

    private static final Map<String, Named> KNOWN = read();

    private final List<Part> parts;
    private final Names names;
    private final ZoneId zone;
    private final boolean english;
    private final Instant now;

    /// The columns of a list by their names, in that order; all when none is named.
    static List<Part> columns(String asked) {
        if (asked.isBlank()) {
            return List.of(Part.values());
        }
        return Arrays.stream(asked.split(","))
                .map(name ->
                        Arrays.stream(Part.values())
                                .filter(part -> part.name().toLowerCase(Locale.ROOT).equals(name))
                                .findFirst()
                                .orElseThrow(() ->
                                        new RefusedException(
                                                "casework.unknown-filter",
                                                "A list of cases has no column (%s)."
                                                        .formatted(name),
                                                "Choose one of those that the page of cases"
                                                        + " offers.")))
                .distinct()
                .toList();
    }

    static List<String> names(List<Part> parts) {
        return parts.stream().map(part -> part.name().toLowerCase(Locale.ROOT)).toList();
    }

    CaseSheet(List<Part> parts, Names names, ZoneId zone, boolean english, Instant now) {
        this.parts = parts;
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
        return parts.stream()
                .flatMap(part -> part.columns().stream())
                .map(column -> word("column." + column))
                .toList();
    }

    List<String> row(CaseLine line) {
        return parts.stream()
                .flatMap(part -> cells(part, line))
                .map(FormulaGuard::guarded)
                .toList();
    }

    private Stream<String> cells(Part part, CaseLine line) {
        var times = line.times();
        var exceptions = line.exceptions();
        return switch (part) {
            case NUMBER -> Stream.of(line.caseNo());
            case STATE -> Stream.of(word("state." + kebab(line.state())));
            case CATEGORY ->
                    Stream.of(
                            line.category(),
                            text(names.major(line.category())),
                            text(names.category(line.category())));
            case SOURCE -> Stream.of(word("source." + kebab(line.source())));
            case DESCRIPTION -> Stream.of(line.description());
            case ADDRESS -> Stream.of(line.address());
            case DEPARTMENT ->
                    Stream.of(
                            line.department(),
                            line.department().isEmpty()
                                    ? ""
                                    : text(names.department(line.department())));
            case POSITION ->
                    Stream.of(
                            line.position()
                                    .map(Position::longitude)
                                    .map(String::valueOf)
                                    .orElse(""),
                            line.position()
                                    .map(Position::latitude)
                                    .map(String::valueOf)
                                    .orElse(""));
            case REPORTED -> Stream.of(moment(times.reportedAt()));
            case TIME ->
                    Stream.of(
                            times.dueAt().map(this::moment).orElse(""),
                            word("light." + times.light(now).code()));
            case ENDED -> Stream.of(times.endedAt().map(this::moment).orElse(""));
            case ROUND -> Stream.of(String.valueOf(line.round()));
            case RETURNS -> Stream.of(String.valueOf(exceptions.returns()));
            case EXTENSIONS -> Stream.of(String.valueOf(exceptions.extensions()));
            case REQUEST -> Stream.of(named("request", exceptions.request()));
            case REVIEW -> Stream.of(exceptions.reviewOn().map(String::valueOf).orElse(""));
            case APPEAL -> Stream.of(named("appeal", exceptions.appeal()));
        };
    }

    private String named(String kind, String constant) {
        return constant.isEmpty() ? "" : word(kind + "." + kebab(constant));
    }

    private String word(String key) {
        return findWords(key).map(this::text).orElse(key.substring(key.indexOf('.') + 1));
    }

    private String text(Named name) {
        return english && !name.en().isBlank() ? name.en() : name.zh();
    }

    private String moment(Instant moment) {
        return Moments.minute(moment, zone);
    }

    private static String kebab(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
