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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads a scheme from CSV, whole or not at all. Every fault is told with its line, the first
/// twenty in one answer.
public final class SchemeReader {

    private static final int TOLD = 20;

    private final String file;
    private final Map<String, MinorCategory> categories = new LinkedHashMap<>();
    private final Map<String, List<FilingCondition>> conditions = new HashMap<>();
    private final Map<String, Named> majors = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    private SchemeReader(String file) {
        this.file = file;
    }

    public static List<MinorCategory> read(String file, byte[] csv) {
        return new SchemeReader(file).categories(csv);
    }

    private List<MinorCategory> categories(byte[] csv) {
        try (var records = lines().ofCsvRecord(text(csv))) {
            boolean header = true;
            for (CsvRecord record : records) {
                if (header) {
                    requireHeader(record);
                    header = false;
                } else {
                    add(record);
                }
            }
        } catch (CsvParseException | IOException e) {
            throw bad(String.valueOf(e.getMessage()));
        }
        if (faults.isEmpty() && categories.isEmpty()) {
            faults.add("line 1: the file holds no category");
        }
        if (!faults.isEmpty()) {
            throw bad(String.join("; ", faults.subList(0, Math.min(TOLD, faults.size()))));
        }
        return categories.values().stream().map(this::withConditions).toList();
    }

    /// A line with too few or too many fields is a fault like any other.
    private static CsvReader.CsvReaderBuilder lines() {
        return CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    }

    private String text(byte[] csv) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(csv)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw bad("it is not UTF-8");
        }
    }

    private void requireHeader(CsvRecord record) {
        if (!record.getFields().equals(SchemeRow.COLUMNS)) {
            throw bad(
                    "line %d: the header must be %s"
                            .formatted(
                                    record.getStartingLineNumber(),
                                    String.join(",", SchemeRow.COLUMNS)));
        }
    }

    private void add(CsvRecord record) {
        try {
            add(SchemeRow.read(record.getFields()));
        } catch (IllegalArgumentException e) {
            faults.add("line %d: %s".formatted(record.getStartingLineNumber(), e.getMessage()));
        }
    }

    private void add(SchemeRow row) {
        var category = row.category();
        var major = majors.putIfAbsent(category.majorCode(), category.major());
        if (major != null && !major.equals(category.major())) {
            throw new IllegalArgumentException(
                    "major_code (%s) has another name above".formatted(category.majorCode()));
        }
        var known = categories.putIfAbsent(category.code(), category);
        if (known != null && !known.equals(category)) {
            throw new IllegalArgumentException(
                    "minor_code (%s) stands for another category above".formatted(category.code()));
        }
        if (known != null && row.condition().isEmpty()) {
            throw new IllegalArgumentException(
                    "minor_code (%s) is given twice".formatted(category.code()));
        }
        row.condition().ifPresent(condition -> add(category.code(), condition));
    }

    private void add(String category, FilingCondition condition) {
        var known = conditions.computeIfAbsent(category, _ -> new ArrayList<>());
        if (known.stream().anyMatch(other -> other.code().equals(condition.code()))) {
            throw new IllegalArgumentException(
                    "condition (%s) of (%s) is given twice".formatted(condition.code(), category));
        }
        known.add(condition);
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

    private RefusedException bad(String reason) {
        return new RefusedException(
                "catalogue.bad-scheme",
                "The scheme (%s) was not read: %s".formatted(file, reason),
                "Correct the file and import it again; nothing of it was kept.");
    }
}
