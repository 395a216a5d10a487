package city.gewu.people.sheet;

import city.gewu.people.sheet.Sheet.Line;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// Reads CSV with commas, semicolons or tabs.
final class CsvSheet {

    private static final char[] SEPARATORS = {',', ';', '\t'};

    private CsvSheet() {}

    static Sheet read(byte[] file) {
        String text = TextEncoding.decode(file);
        if (text.indexOf('\0') >= 0) {
            throw SheetLimits.notATable("it holds bytes that are no text");
        }
        var reader =
                CsvReader.builder()
                        .fieldSeparator(separator(text))
                        .allowUnclosedQuote(false)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
        try (var csv = reader.ofCsvRecord(text)) {
            return sheet(csv);
        } catch (CsvParseException e) {
            throw SheetLimits.notATable("a quote is not closed, or a field has no end");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sheet sheet(Iterable<CsvRecord> csv) {
        List<String> header = List.of();
        var lines = new ArrayList<Line>();
        for (var row : csv) {
            if (row.getFields().stream().allMatch(String::isBlank)) {
                continue;
            }
            if (header.isEmpty()) {
                header = row.getFields();
                requireColumns(header.size());
                continue;
            }
            lines.add(
                    new Line(
                            Math.toIntExact(row.getStartingLineNumber()),
                            row.getFields(),
                            row.getFieldCount() == header.size()));
            SheetLimits.requireRoom(lines.size());
        }
        return new Sheet(header, lines);
    }

    static void requireColumns(int columns) {
        if (columns > SheetLimits.MOST_COLUMNS) {
            throw SheetLimits.tooLarge("columns", SheetLimits.MOST_COLUMNS);
        }
    }

    /// The one that the first line with text has most of.
    private static char separator(String text) {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char best = SEPARATORS[0];
        for (char one : SEPARATORS) {
            if (count(first, one) > count(first, best)) {
                best = one;
            }
        }
        return best;
    }

    private static long count(String text, char of) {
        return text.chars().filter(next -> next == of).count();
    }
}
