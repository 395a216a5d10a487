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

/// Writes a scheme as the file that [SchemeReader] reads.
public final class SchemeFile {

    private static final List<String> NO_CONDITION = List.of("", "", "", "", "", "", "");

    private SchemeFile() {}

    public static String write(List<MinorCategory> categories) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(SchemeRow.COLUMNS);
            categories.forEach(category -> write(csv, category));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(CsvWriter csv, MinorCategory category) {
        if (category.conditions().isEmpty()) {
            csv.writeRecord(row(category, NO_CONDITION));
        }
        category.conditions()
                .forEach(condition -> csv.writeRecord(row(category, columns(condition))));
    }

    private static List<String> row(MinorCategory category, List<String> condition) {
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
