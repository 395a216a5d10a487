package city.gewu.catalogue.model;

import city.gewu.catalogue.FilingCondition;
import city.gewu.catalogue.MinorCategory;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// Writes a scheme as the file that [SchemeReader] reads; the column `then` only where something
/// follows something, so that other schemes look as they always did.
public final class SchemeFile {

    private static final List<String> NO_CONDITION = List.of("", "", "", "", "", "", "");

    private SchemeFile() {}

    public static String write(List<MinorCategory> categories) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            boolean staged = isStaged(categories);
            csv.writeRecord(staged ? SchemeRow.STAGED_COLUMNS : SchemeRow.COLUMNS);
            categories.forEach(category -> write(csv, category, staged));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static boolean isStaged(List<MinorCategory> categories) {
        return categories.stream()
                .flatMap(category -> category.conditions().stream())
                .anyMatch(condition -> condition.then().isPresent());
    }

    private static void write(CsvWriter csv, MinorCategory category, boolean staged) {
        if (category.conditions().isEmpty()) {
            csv.writeRecord(row(category, NO_CONDITION, staged, ""));
        }
        category.conditions()
                .forEach(condition ->
                        csv.writeRecord(
                                row(
                                        category,
                                        columns(condition),
                                        staged,
                                        condition.then().orElse(""))));
    }

    private static List<String> row(
            MinorCategory category, List<String> condition, boolean staged, String then) {
        var row =
                new ArrayList<>(
                        List.of(
                                category.kind().name(),
                                category.majorCode(),
                                category.major().zh(),
                                category.major().en(),
                                category.code(),
                                category.name().zh(),
                                category.name().en(),
                                category.confidence()));
        row.addAll(condition);
        if (staged) {
            row.add(then);
        }
        return row;
    }

    private static List<String> columns(FilingCondition condition) {
        return List.of(
                condition.code(),
                condition.filing().zh(),
                condition.filing().en(),
                condition.closing().zh(),
                condition.closing().en(),
                String.valueOf(condition.limit().amount()),
                condition.limit().unit().name());
    }
}
