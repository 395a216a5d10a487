package city.gewu.catalogue.model;

import city.gewu.catalogue.FilingCondition;
import city.gewu.catalogue.MinorCategory;
import city.gewu.platform.Named;
import city.gewu.platform.RefusedException;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads a scheme from CSV, whole or not at all. Every fault is told with its line and column.
public final class SchemeReader {

    private static final int TOLD = 20;
    private static final Charset CHINESE_OFFICE = Charset.forName("GB18030");

    private final Map<String, MinorCategory> categories = new LinkedHashMap<>();
    private final Map<String, List<FilingCondition>> conditions = new HashMap<>();
    private final Map<String, Named> majors = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final IdentityHashMap<FilingCondition, Long> lines = new IdentityHashMap<>();
    private int columns;

    private SchemeReader() {}

    /// A row that was rejected.
    ///
    /// @param line in the file, from 1; 0 for the file as a whole
    /// @param column by its name in the header; empty text for the row as a whole
    public record Fault(long line, String column, String reason) {

        String words() {
            return line == 0 ? reason : "line %d: %s".formatted(line, reason);
        }
    }

    /// What a file holds.
    ///
    /// @param categories none while there are faults
    public record Read(List<MinorCategory> categories, List<Fault> faults) {

        public Read {
            categories = List.copyOf(categories);
            faults = List.copyOf(faults);
        }
    }

    /// Refused with `catalogue.bad-scheme`, which tells the first faults.
    public static List<MinorCategory> read(String file, byte[] csv) {
        var read = tryRead(csv);
        if (!read.faults().isEmpty()) {
            throw new RefusedException(
                    "catalogue.bad-scheme",
                    "The scheme (%s) was not read: %s"
                            .formatted(
                                    file,
                                    read.faults().stream()
                                            .limit(TOLD)
                                            .map(Fault::words)
                                            .collect(Collectors.joining("; "))),
                    "Correct the file and import it again; nothing of it was kept.");
        }
        return read.categories();
    }

    /// Reads a file and tells every fault.
    public static Read tryRead(byte[] csv) {
        return new SchemeReader().whole(csv);
    }

    private Read whole(byte[] csv) {
        text(csv)
                .ifPresentOrElse(this::rows, () -> faults.add(new Fault(0, "", "it is not UTF-8")));
        if (faults.isEmpty()) {
            conditions.forEach(this::stages);
        }
        if (faults.isEmpty() && categories.isEmpty()) {
            faults.add(new Fault(1, "", "the file holds no category"));
        }
        return faults.isEmpty()
                ? new Read(categories.values().stream().map(this::withConditions).toList(), faults)
                : new Read(List.of(), faults);
    }

    private void rows(String text) {
        try (var records = lines().ofCsvRecord(text)) {
            boolean header = true;
            for (CsvRecord record : records) {
                if (header && !isHeader(record)) {
                    return;
                }
                if (!header) {
                    add(record);
                }
                header = false;
            }
        } catch (CsvParseException | IOException e) {
            faults.add(new Fault(0, "", String.valueOf(e.getMessage())));
        }
    }

    /// A line with too few or too many fields is a fault like any other.
    private static CsvReader.CsvReaderBuilder lines() {
        return CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    }

    /// Spreadsheets in Chinese offices save CSV in the encoding of the system, not in UTF-8.
    private static Optional<String> text(byte[] csv) {
        return decoded(csv, StandardCharsets.UTF_8)
                .or(() -> decoded(csv, CHINESE_OFFICE))
                .map(text -> text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static Optional<String> decoded(byte[] csv, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(csv)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private boolean isHeader(CsvRecord record) {
        columns = record.getFields().size();
        if (record.getFields().equals(SchemeRow.COLUMNS)
                || record.getFields().equals(SchemeRow.STAGED_COLUMNS)) {
            return true;
        }
        faults.add(
                new Fault(
                        record.getStartingLineNumber(),
                        "",
                        "the header must be " + String.join(",", SchemeRow.COLUMNS)));
        return false;
    }

    private void add(CsvRecord record) {
        try {
            var row = SchemeRow.read(record.getFields(), columns);
            row.condition().ifPresent(one -> lines.put(one, record.getStartingLineNumber()));
            add(row);
        } catch (SchemeRow.BadColumn e) {
            faults.add(
                    new Fault(
                            record.getStartingLineNumber(),
                            e.column(),
                            String.valueOf(e.getMessage())));
        }
    }

    private void add(SchemeRow row) {
        var category = row.category();
        var major = majors.putIfAbsent(category.majorCode(), category.major());
        if (major != null && !major.equals(category.major())) {
            throw new SchemeRow.BadColumn(
                    "major_code",
                    "major_code (%s) has another name above".formatted(category.majorCode()));
        }
        var known = categories.putIfAbsent(category.code(), category);
        if (known != null && !known.equals(category)) {
            throw new SchemeRow.BadColumn(
                    "minor_code",
                    "minor_code (%s) stands for another category above".formatted(category.code()));
        }
        if (known != null && row.condition().isEmpty()) {
            throw new SchemeRow.BadColumn(
                    "minor_code", "minor_code (%s) is given twice".formatted(category.code()));
        }
        row.condition().ifPresent(condition -> add(category.code(), condition));
    }

    private void add(String category, FilingCondition condition) {
        var known = conditions.computeIfAbsent(category, _ -> new ArrayList<>());
        if (known.stream().anyMatch(other -> other.code().equals(condition.code()))) {
            throw new SchemeRow.BadColumn(
                    "condition",
                    "condition (%s) of (%s) is given twice".formatted(condition.code(), category));
        }
        known.add(condition);
    }

    private void stages(String category, List<FilingCondition> all) {
        for (var fault : Stages.check(all)) {
            faults.add(
                    new Fault(
                            lines.getOrDefault(fault.condition(), 0L),
                            "then",
                            SchemeRow.fault(category, fault)));
        }
    }

    private MinorCategory withConditions(MinorCategory category) {
        return new MinorCategory(
                category.code(),
                category.kind(),
                category.majorCode(),
                category.major(),
                category.name(),
                category.confidence(),
                conditions.getOrDefault(category.code(), List.of()));
    }
}
